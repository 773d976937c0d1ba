package org.suyuan.trace;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitStory;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.shared.access.Scope;

/**
 * Who takes part in a unit's story: the maker of its product, whoever's company prefix its package bears, and the
 * operators of the sites where something happened to it or to a package around it, or which sent or received it.
 */
@Component
class Involvement {
    private static final int SSCC_EXTENSION_DIGITS = 1;

    private final PublicFacts facts;

    Involvement(PublicFacts facts) {
        this.facts = facts;
    }

    boolean covers(Scope scope, UnitStory story) {
        return switch (scope) {
            case Scope.Everything() -> true;
            case Scope.OwnOrganisation organisation -> false;
            case Scope.Nothing() -> false;
            case Scope.OwnOperator(var operator) ->
                involves(
                        story,
                        maker -> maker.id().equals(operator),
                        site -> site.operator().equals(operator));
            case Scope.Jurisdiction(String path) ->
                involves(
                        story,
                        maker -> maker.regionPath().startsWith(path),
                        site -> site.regionPath().startsWith(path));
        };
    }

    private boolean involves(UnitStory story, Predicate<PublicOperator> maker, Predicate<PublicSite> site) {
        return maker(story.unit()).filter(maker).isPresent()
                || sites(story).stream().anyMatch(site);
    }

    private Collection<PublicSite> sites(UnitStory story) {
        Set<String> places = new HashSet<>();
        for (UnitStory.Step step : story.steps()) {
            addIfPresent(places, step.place());
            addIfPresent(places, step.from());
            addIfPresent(places, step.to());
        }
        return facts.sites(places.stream().limit(PublicFacts.ASKED_MAX).toList())
                .values();
    }

    private static void addIfPresent(Set<String> places, @org.jspecify.annotations.Nullable String place) {
        if (place != null) {
            places.add(place);
        }
    }

    private Optional<PublicOperator> maker(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item item -> maker(item.gtin());
            case TraceUnit.Lot lot -> maker(lot.gtin());
            case TraceUnit.ProductClass product -> maker(product.gtin());
            case TraceUnit.LogisticUnit logistic ->
                facts.operatorByCompanyPrefix(logistic.sscc().value().substring(SSCC_EXTENSION_DIGITS));
            case TraceUnit.SupervisedItem _, TraceUnit.OtherThing _ -> Optional.empty();
        };
    }

    private Optional<PublicOperator> maker(Gtin gtin) {
        return facts.product(gtin).flatMap(product -> facts.operator(product.operator()));
    }
}
