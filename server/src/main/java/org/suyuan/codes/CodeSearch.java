package org.suyuan.codes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Searchable;

/**
 * A text that is itself a code, however it is written: leads to its trace and its verification. That it is well formed and
 * of which product anybody may know; what happened to it the page behind the hit tells within the scope.
 */
@Component
@Order(10)
class CodeSearch implements Searchable {
    private final PublicFacts facts;
    private final IssuedSeries issued;

    CodeSearch(PublicFacts facts, IssuedSeries issued) {
        this.facts = facts;
        this.issued = issued;
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public Permission needs() {
        return Permission.TRACE_READ;
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit, Locale locale) {
        if (!(UnitSyntax.read(text) instanceof UnitReading.Recognised recognised)) {
            return List.of();
        }
        TraceUnit unit = recognised.unit();
        if (unit instanceof TraceUnit.OtherThing) {
            return List.of(); // any URI is one; only those of a known kind are surely meant as codes
        }
        String title = unit.uri().replaceFirst("^https://id\\.gs1\\.org/", "").replaceFirst("^urn:suyuan:", "");
        String detail = product(unit).map(product -> name(product, locale)).orElse(null);
        return List.of(new Hit(kind(), unit.uri(), title, detail));
    }

    private Optional<PublicProduct> product(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item(Gtin gtin, String _) -> facts.product(gtin);
            case TraceUnit.Lot(Gtin gtin, String _) -> facts.product(gtin);
            case TraceUnit.ProductClass(Gtin gtin) -> facts.product(gtin);
            case TraceUnit.SupervisedItem(var code) ->
                issued.ofResource(code.productResource()).map(Series::product).flatMap(facts::product);
            case TraceUnit.LogisticUnit _, TraceUnit.OtherThing _ -> Optional.empty();
        };
    }

    private static String name(PublicProduct product, Locale locale) {
        @Nullable String english = product.nameEn();
        return locale.getLanguage().equals("en") && english != null ? english : product.nameZh();
    }
}
