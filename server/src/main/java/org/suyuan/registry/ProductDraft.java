package org.suyuan.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.Amount;

/**
 * The form with which a product is registered or changed, as handed in and not yet believed.
 *
 * @param gtin 8, 12, 13 or 14 digits; this or {@code ownCode} must be there
 * @param category code of {@link CodeList#PRODUCT_CATEGORIES}
 * @param storage code of {@link CodeList#STORAGE_CONDITIONS}
 * @param origin country or region of origin, ISO 3166-1 numeric or a region's code
 * @param packagings packages with GTINs of their own
 */
public record ProductDraft(
        @Nullable String operatorId,
        @Nullable String gtin,
        @Nullable String ownCode,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String category,
        @Nullable String specification,
        @Nullable Amount netContent,
        @Nullable ShelfLife shelfLife,
        @Nullable String storage,
        @Nullable String brand,
        @Nullable String origin,
        @Nullable List<PackagingDraft> packagings,
        @Nullable ProductStatus status) {

    /** @param level 1 … {@value Packaging#LEVEL_MAX}; the place in the list when absent */
    public record PackagingDraft(
            @Nullable String gtin,
            @Nullable Integer level,
            @Nullable Long pieces) {}

    static final int OWN_CODE_LENGTH_MAX = 64;

    /** Everything wrong that can be told without looking anything up. */
    public Faults faults() {
        Faults faults = new Faults();
        faults.requireId("/operatorId", operatorId);
        if (gtin == null && (ownCode == null || ownCode.isBlank())) {
            faults.add("/gtin", null, Faults.REQUIRED, "expected: a GTIN or an own code");
        }
        faults.checkGs1("/gtin", gtin, Gtin::of);
        faults.checkText("/ownCode", ownCode, OWN_CODE_LENGTH_MAX);
        faults.requireText("/nameZh", nameZh);
        faults.checkText("/nameEn", nameEn, Faults.TEXT_LENGTH_MAX);
        faults.requireText("/category", category);
        faults.checkText("/specification", specification, Faults.TEXT_LENGTH_MAX);
        faults.checkAmount("/netContent", netContent);
        faults.checkText("/brand", brand, Faults.TEXT_LENGTH_MAX);
        faults.checkText("/origin", origin, Faults.TEXT_LENGTH_MAX);
        checkPackagings(faults);
        return faults;
    }

    private void checkPackagings(Faults faults) {
        if (packagings == null) {
            return;
        }
        if (packagings.size() > Packaging.LEVEL_MAX) {
            faults.add("/packagings", null, "length", "expected: at most " + Packaging.LEVEL_MAX);
            return;
        }
        Set<Integer> levels = new HashSet<>();
        for (int i = 0; i < packagings.size(); i++) {
            PackagingDraft packaging = packagings.get(i);
            String pointer = "/packagings/" + i;
            if (packaging.gtin() == null) {
                faults.add(pointer + "/gtin", null, Faults.REQUIRED, "expected: a GTIN");
            }
            faults.checkGs1(pointer + "/gtin", packaging.gtin(), Gtin::of);
            int level = packaging.level() == null ? i + 1 : packaging.level();
            if (level < 1 || level > Packaging.LEVEL_MAX || !levels.add(level)) {
                faults.add(
                        pointer + "/level",
                        String.valueOf(level),
                        "range",
                        "expected: 1 … " + Packaging.LEVEL_MAX + ", each once");
            }
            if (packaging.pieces() == null || packaging.pieces() < 1) {
                faults.add(pointer + "/pieces", String.valueOf(packaging.pieces()), "range", "expected: >= 1");
            }
        }
    }
}
