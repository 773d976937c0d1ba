package org.suyuan.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionName;
import org.suyuan.epcis.event.ExtensionValue;

/**
 * A lot of the demo world: what the registry knows of it and what the events that make it say.
 *
 * @param unit UN/CEFACT code; null counts pieces
 */
record Batch(
        Goods goods,
        String number,
        LocalDate produced,
        long quantity,
        @Nullable String unit,
        Premises site) {
    private static final String MASTER_DATA = "urn:epcglobal:cbv:mda:";

    String uri() {
        return goods.lot(number);
    }

    @Nullable
    LocalDate bestBefore() {
        Integer days = goods.shelfLifeDays();
        return days == null ? null : produced.plusDays(days);
    }

    /** Instance and lot master data (CBV 2.0 §9.1). */
    List<Extension> ilmd() {
        List<Extension> ilmd = new ArrayList<>();
        ilmd.add(text("lotNumber", number));
        ilmd.add(text("productionDate", produced.toString()));
        LocalDate last = bestBefore();
        if (last != null) {
            ilmd.add(text("bestBeforeDate", last.toString()));
        }
        return ilmd;
    }

    private static Extension text(String name, String value) {
        return new Extension(new ExtensionName("cbvmda:" + name, MASTER_DATA, name), new ExtensionValue.Text(value));
    }

    Map<String, @Nullable Object> draft(String productId, String siteId) {
        Map<String, @Nullable Object> amount = new LinkedHashMap<>();
        amount.put("value", BigDecimal.valueOf(quantity));
        amount.put("unit", unit);
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        draft.put("productId", productId);
        draft.put("lotNumber", number);
        draft.put("productionDate", produced.toString());
        LocalDate last = bestBefore();
        draft.put("bestBefore", last == null ? null : last.toString());
        draft.put("quantity", amount);
        draft.put("siteId", siteId);
        return draft;
    }
}
