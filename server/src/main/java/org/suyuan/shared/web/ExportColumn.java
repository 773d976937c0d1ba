package org.suyuan.shared.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of an export.
 *
 * @param name as the API spells the member
 * @param titleKey of what people read above it, in the catalogues
 * @param value a text, number, boolean, date or anything whose {@code toString} is what people read; null for none
 */
public record ExportColumn<T>(String name, String titleKey, Function<T, @Nullable Object> value) {}
