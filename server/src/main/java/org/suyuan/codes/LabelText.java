package org.suyuan.codes;

import org.jspecify.annotations.Nullable;

/**
 * What all labels of a batch say beside their code.
 *
 * @param name the product's name in its own script
 * @param latinName shown where no font on this machine has the glyphs of {@code name}; may be absent
 * @param gtin 14 digits, or null for supervision codes
 * @param lot batch or lot number, if the batch has one
 */
record LabelText(
        String name,
        @Nullable String latinName,
        @Nullable String gtin,
        @Nullable String lot) {}
