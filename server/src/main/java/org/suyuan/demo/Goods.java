package org.suyuan.demo;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.QuantityElement;

/**
 * A product of the demo world.
 *
 * @param number its item reference below the company prefix
 * @param net content of one piece; null for what is weighed or counted
 * @param shelfLifeDays null for what does not expire
 * @param perCase pieces in a case; 0 for what is not packed in cases
 */
record Goods(
        Business maker,
        int number,
        String nameZh,
        String nameEn,
        String category,
        String specification,
        @Nullable Net net,
        @Nullable Integer shelfLifeDays,
        String storage,
        String origin,
        int perCase) {

    static final String KILOGRAM = "KGM";
    private static final String LITRE = "LTR";

    /** @param unit UN/CEFACT code */
    record Net(BigDecimal value, String unit) {
        static Net kilograms(String value) {
            return new Net(new BigDecimal(value), KILOGRAM);
        }

        static Net litres(String value) {
            return new Net(new BigDecimal(value), LITRE);
        }
    }

    String gtin() {
        return Keys.gtin(0, maker.companyPrefix(), number);
    }

    String item(String serial) {
        return "https://id.gs1.org/01/" + gtin() + "/21/" + serial;
    }

    String lot(String lotNumber) {
        return "https://id.gs1.org/01/" + gtin() + "/10/" + lotNumber;
    }

    QuantityElement kilograms(String lotNumber, long kilograms) {
        return new QuantityElement(lot(lotNumber), BigDecimal.valueOf(kilograms), KILOGRAM);
    }

    QuantityElement pieces(String lotNumber, long pieces) {
        return new QuantityElement(lot(lotNumber), BigDecimal.valueOf(pieces), null);
    }

    Map<String, @Nullable Object> draft(String operatorId) {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        draft.put("operatorId", operatorId);
        draft.put("gtin", gtin());
        draft.put("nameZh", nameZh);
        draft.put("nameEn", nameEn);
        draft.put("category", category);
        draft.put("specification", specification);
        draft.put("netContent", net == null ? null : Map.of("value", net.value(), "unit", net.unit()));
        draft.put("shelfLife", shelfLifeDays == null ? null : Map.of("length", shelfLifeDays, "unit", "DAY"));
        draft.put("storage", storage);
        draft.put("brand", null);
        draft.put("origin", origin);
        draft.put("packagings", perCase == 0 ? List.of() : List.of(packaging()));
        return draft;
    }

    private Map<String, Object> packaging() {
        return Map.of("gtin", Keys.gtin(1, maker.companyPrefix(), number), "level", 1, "pieces", perCase);
    }
}
