package org.suyuan.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitIndex;
import org.suyuan.events.UnitStories;
import org.suyuan.events.UnitStory;
import org.suyuan.portal.Journey.Stop;
import org.suyuan.portal.Journey.Supply;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;

/** Tells the way of a thing from the events about it, about its lot, and about what it was made of. */
@Component
class Journeys {
    /** Stops a page shows; the first and the last ones stay when there are more. */
    static final int STOPS_MAX = 60;
    /** Stops shown of each ingredient. */
    static final int SUPPLY_STOPS_MAX = 8;

    private final UnitStories stories;
    private final Upstream upstream;
    private final PublicFacts facts;

    Journeys(UnitStories stories, Upstream upstream, PublicFacts facts) {
        this.stories = stories;
        this.upstream = upstream;
        this.facts = facts;
    }

    /** Nothing is looked up for a code that was never issued. */
    Journey of(VerificationAnswer answer) {
        Optional<UnitStory> told = answer.facts().story();
        TraceUnit unit = answer.unit();
        if (told.isEmpty() || unit == null) {
            return Journey.NONE;
        }
        UnitStory own = told.get();
        Optional<UnitStory> lot = lot(own, answer).map(of -> stories.story(of, answer.at()));
        List<UnitStory> made = Stream.concat(Stream.of(own), lot.stream()).toList();
        Upstream.Found ingredients = upstream.of(made, answer.at());
        List<Stop> all = stops(own, lot);
        List<Stop> shown = shortened(all);
        List<Supply> supplies = supplies(ingredients.ingredients());
        boolean truncated = shown.size() < all.size() || ingredients.truncated() || own.truncated();
        return new Journey(supplies, shown, sites(supplies, shown), truncated);
    }

    /** The lot an item is of: by its commissioning, else by what else is known of it. */
    private static Optional<TraceUnit.Lot> lot(UnitStory own, VerificationAnswer answer) {
        if (!(own.unit() instanceof TraceUnit.Item) && !(own.unit() instanceof TraceUnit.SupervisedItem)) {
            return Optional.empty();
        }
        Optional<TraceUnit.Lot> commissioned =
                own.steps().stream().map(UnitStory.Step::lot).filter(Objects::nonNull).findFirst();
        return commissioned.or(() -> gtin(answer)
                .flatMap(gtin -> answer.facts().lot().map(number -> new TraceUnit.Lot(gtin, number))));
    }

    private static Optional<Gtin> gtin(VerificationAnswer answer) {
        return answer.unit() instanceof TraceUnit.Item item
                ? Optional.of(item.gtin())
                : answer.facts().product().map(PublicProduct::gtin);
    }

    /** The lot's making and testing, then the item's own way: where the rest of the lot went is not its story. */
    private static List<Stop> stops(UnitStory own, Optional<UnitStory> lot) {
        Instant first =
                own.steps().isEmpty() ? Instant.MAX : own.steps().getFirst().time();
        List<UnitStory.Step> steps = new ArrayList<>();
        lot.ifPresent(of -> of.steps().stream()
                .filter(step -> step.time().isBefore(first) && step.role() != UnitIndex.Role.LOT_OF_ITEMS)
                .forEach(steps::add));
        steps.addAll(own.steps());
        return steps.stream().map(Journeys::stop).toList();
    }

    private static Stop stop(UnitStory.Step step) {
        return new Stop(
                step.eventId(),
                step.time(),
                step.type(),
                step.bizStep(),
                step.disposition(),
                step.place(),
                step.to(),
                step.via());
    }

    private static List<Stop> shortened(List<Stop> stops) {
        if (stops.size() <= STOPS_MAX) {
            return stops;
        }
        List<Stop> kept = new ArrayList<>(stops.subList(0, STOPS_MAX / 2));
        kept.addAll(stops.subList(stops.size() - STOPS_MAX / 2, stops.size()));
        return kept;
    }

    private List<Supply> supplies(List<Upstream.Ingredient> ingredients) {
        Map<Gtin, PublicProduct> products = facts.products(ingredients.stream()
                .flatMap(ingredient -> gtin(ingredient.unit()).stream())
                .distinct()
                .toList());
        return ingredients.stream()
                .map(ingredient -> new Supply(
                        ingredient.unit(),
                        gtin(ingredient.unit()).map(products::get).orElse(null),
                        ingredient.amount(),
                        stops(ingredient)))
                .sorted(Comparator.comparing(Supply::since))
                .toList();
    }

    private static List<Stop> stops(Upstream.Ingredient ingredient) {
        return ingredient.story().steps().stream()
                .filter(step -> step.time().isBefore(ingredient.usedAt()))
                .limit(SUPPLY_STOPS_MAX)
                .map(Journeys::stop)
                .toList();
    }

    private static Optional<Gtin> gtin(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item(Gtin gtin, String _) -> Optional.of(gtin);
            case TraceUnit.Lot(Gtin gtin, String _) -> Optional.of(gtin);
            case TraceUnit.ProductClass(Gtin gtin) -> Optional.of(gtin);
            case TraceUnit.SupervisedItem _, TraceUnit.LogisticUnit _, TraceUnit.OtherThing _ -> Optional.empty();
        };
    }

    private Map<String, PublicFacts.PublicSite> sites(List<Supply> supplies, List<Stop> stops) {
        Collection<String> places = Stream.concat(
                        supplies.stream().flatMap(supply -> supply.stops().stream()), stops.stream())
                .flatMap(stop -> places(stop))
                .distinct()
                .toList();
        return places.isEmpty() ? Map.of() : facts.sites(places);
    }

    private static Stream<String> places(Stop stop) {
        return Stream.of(Optional.ofNullable(stop.place()), Optional.ofNullable(stop.to()))
                .flatMap(Optional::stream);
    }
}
