package org.suyuan.codes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.events.UnitStories;
import org.suyuan.events.UnitStory;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicLot;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;

/** Gathers what registry, events and decisions know of a unit. */
@Component
class UnitDossiers {
    private static final String LOT = "10";

    private final PublicFacts facts;
    private final UnitStories stories;
    private final Batches batches;
    private final List<Restrictions> restrictions;

    UnitDossiers(PublicFacts facts, UnitStories stories, Batches batches, ObjectProvider<Restrictions> restrictions) {
        this.facts = facts;
        this.stories = stories;
        this.batches = batches;
        this.restrictions = restrictions.orderedStream().toList();
    }

    UnitDossier open(UnitReading.Recognised read, Origin origin, Instant at) {
        TraceUnit unit = read.unit();
        UnitStory story = story(unit, at);
        Optional<TraceUnit.Lot> lot = lot(unit, story);
        Optional<String> lotNumber = lot.map(TraceUnit.Lot::lot)
                .or(() -> batchLot(origin))
                .or(() -> Optional.ofNullable(read.attributes().get(LOT)));
        Optional<PublicProduct> product = product(unit, origin);
        Optional<PublicLot> registered = gtin(unit, product).flatMap(g -> lotNumber.flatMap(l -> facts.lot(g, l)));
        Standing standing = Standing.of(story);
        return new UnitDossier(
                unit,
                product,
                producer(unit, product),
                lotNumber,
                last(story, UnitStory.Step::productionDate).or(() -> registered.map(PublicLot::productionDate)),
                last(story, UnitStory.Step::bestBefore).or(() -> registered.map(PublicLot::bestBefore)),
                story,
                standing,
                registered.isPresent(),
                withdrawals(unit, lot, standing, at));
    }

    /** All that ever happened to a product is no story of anything that somebody can hold in the hand. */
    private UnitStory story(TraceUnit unit, Instant at) {
        return unit instanceof TraceUnit.ProductClass
                ? new UnitStory(unit, List.of(), false, List.of())
                : stories.story(unit, at);
    }

    private static Optional<TraceUnit.Lot> lot(TraceUnit unit, UnitStory story) {
        return unit instanceof TraceUnit.Lot itself ? Optional.of(itself) : last(story, UnitStory.Step::lot);
    }

    private static <T> Optional<T> last(UnitStory story, Function<UnitStory.Step, ? extends @Nullable T> fact) {
        for (int i = story.steps().size() - 1; i >= 0; i--) {
            UnitStory.Step step = story.steps().get(i);
            T value = step.via().isEmpty() ? fact.apply(step) : null;
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The lot that the codes were issued for, as long as no event says otherwise. */
    private Optional<String> batchLot(Origin origin) {
        return origin instanceof Origin.Issued issued
                ? batches.at(issued.series(), issued.position()).map(CodeBatch::lot)
                : Optional.empty();
    }

    private Optional<PublicProduct> product(TraceUnit unit, Origin origin) {
        if (origin instanceof Origin.Issued issued && unit instanceof TraceUnit.SupervisedItem) {
            return facts.product(issued.product());
        }
        return switch (unit) {
            case TraceUnit.Item item -> facts.product(item.gtin());
            case TraceUnit.Lot lot -> facts.product(lot.gtin());
            case TraceUnit.ProductClass product -> facts.product(product.gtin());
            case TraceUnit.SupervisedItem _, TraceUnit.LogisticUnit _, TraceUnit.OtherThing _ -> Optional.empty();
        };
    }

    private static Optional<Gtin> gtin(TraceUnit unit, Optional<PublicProduct> product) {
        return switch (unit) {
            case TraceUnit.Item item -> Optional.of(item.gtin());
            case TraceUnit.Lot lot -> Optional.of(lot.gtin());
            case TraceUnit.SupervisedItem _ -> product.map(PublicProduct::gtin);
            case TraceUnit.ProductClass _, TraceUnit.LogisticUnit _, TraceUnit.OtherThing _ -> Optional.empty();
        };
    }

    private Optional<PublicOperator> producer(TraceUnit unit, Optional<PublicProduct> product) {
        if (unit instanceof TraceUnit.LogisticUnit(var sscc)) {
            return facts.operatorByCompanyPrefix(sscc.value().substring(1));
        }
        return product.flatMap(known -> facts.operator(known.operator()));
    }

    private List<Verdict.Withdrawn> withdrawals(
            TraceUnit unit, Optional<TraceUnit.Lot> lot, Standing standing, Instant at) {
        List<Verdict.Withdrawn> found = new ArrayList<>();
        for (Restrictions source : restrictions) {
            for (Restriction decision : source.on(unit, lot, at)) {
                String via = decision.via().equals(unit.uri()) ? null : decision.via();
                found.add(new Verdict.Withdrawn(decision.kind(), decision.since(), decision.reference(), via));
            }
        }
        standing.withdrawn().ifPresent(found::add);
        lot.filter(of -> !of.equals(unit))
                .flatMap(of -> Standing.of(stories.story(of, at)).withdrawnAs(of))
                .ifPresent(found::add);
        return onePerKind(found);
    }

    /** The gravest kind leads: the order of {@link Verdict.Withdrawn.Kind}. */
    private static List<Verdict.Withdrawn> onePerKind(List<Verdict.Withdrawn> found) {
        Map<Verdict.Withdrawn.Kind, Verdict.Withdrawn> kinds = new EnumMap<>(Verdict.Withdrawn.Kind.class);
        found.stream()
                .sorted(Comparator.comparing(Verdict.Withdrawn::since))
                .forEach(withdrawn -> kinds.putIfAbsent(withdrawn.kind(), withdrawn));
        return List.copyOf(kinds.values());
    }
}
