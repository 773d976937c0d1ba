package org.suyuan.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator of the demo world.
 *
 * @param companyPrefix of all its GS1 keys
 * @param uscc null for makers abroad
 * @param kinds codes of the registry's list
 */
record Business(
        String companyPrefix,
        @Nullable String uscc,
        String nameZh,
        String nameEn,
        List<String> kinds,
        String region,
        @Nullable String productionLicence,
        @Nullable String operationLicence) {

    /** What it is known by when it is looked for in the registry. */
    String identity() {
        return uscc == null ? nameZh : uscc;
    }

    Map<String, @Nullable Object> draft() {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        draft.put("uscc", uscc);
        draft.put("nameZh", nameZh);
        draft.put("nameEn", nameEn);
        draft.put("kinds", kinds);
        draft.put("region", region);
        draft.put("companyPrefix", companyPrefix);
        draft.put("productionLicence", productionLicence);
        draft.put("operationLicence", operationLicence);
        draft.put("validFrom", "2024-03-01");
        return draft;
    }
}
