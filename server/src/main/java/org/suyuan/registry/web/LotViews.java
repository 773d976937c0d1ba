package org.suyuan.registry.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.Lot;
import org.suyuan.shared.SiteId;
import org.suyuan.shared.access.Actor;

/** Shows lots. */
@Component
class LotViews {
    private final Names names;

    LotViews(Names names) {
        this.names = names;
    }

    List<LotView> of(List<Lot> lots, Locale locale) {
        return lots.stream().map(lot -> view(lot, null)).toList();
    }

    LotView detail(Lot lot, Actor actor, Locale locale) {
        return view(lot, names.change(actor, locale));
    }

    private static LotView view(Lot lot, @Nullable List<AllowedAction> actions) {
        Gtin gtin = lot.gtin();
        SiteId site = lot.site();
        return new LotView(
                lot.id().toString(),
                lot.product().toString(),
                lot.productName(),
                gtin == null ? null : gtin.value(),
                lot.operator().toString(),
                lot.lotNumber(),
                lot.productionDate(),
                lot.bestBefore(),
                lot.quantity(),
                site == null ? null : site.toString(),
                lot.version(),
                actions);
    }
}
