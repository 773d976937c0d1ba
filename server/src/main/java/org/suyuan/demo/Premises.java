package org.suyuan.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gln;
import org.suyuan.epcis.gs1.Place;

/**
 * A site of the demo world.
 *
 * @param extension part of the GLN's place, empty for the whole
 * @param role code of the registry's list
 */
record Premises(
        Business owner,
        String gln,
        String extension,
        String nameZh,
        String nameEn,
        String role,
        String region,
        String address,
        double latitude,
        double longitude) {

    /** How events name it. */
    String uri() {
        return new Place(Gln.of(gln), extension).uri();
    }

    /** How events name its owner: the party GLN of its business, AI (417). */
    String party() {
        return "https://id.gs1.org/417/" + Keys.gln(owner.companyPrefix(), 0);
    }

    Map<String, @Nullable Object> draft(String operatorId) {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        draft.put("operatorId", operatorId);
        draft.put("nameZh", nameZh);
        draft.put("nameEn", nameEn);
        draft.put("role", role);
        draft.put("gln", gln);
        draft.put("glnExtension", extension.isEmpty() ? null : extension);
        draft.put("region", region);
        draft.put("address", address);
        draft.put("latitude", latitude);
        draft.put("longitude", longitude);
        draft.put("validFrom", "2024-03-01");
        return draft;
    }
}
