package org.suyuan.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.TransformationEvent;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.events.EventCodec;
import org.suyuan.events.EventStore;
import org.suyuan.events.StoredEvent;
import org.suyuan.events.UnitIndex;
import org.suyuan.events.UnitStories;
import org.suyuan.events.UnitStory;
import org.suyuan.shared.Amount;

/**
 * What things were made of: the inputs of the events that made them, and of those again (来源可查). A page shows a few
 * dozen at most, so the walk stops there; the whole graph is module trace's.
 */
@Component
class Upstream {
    /** Ingredients a page shows. */
    static final int UNITS_MAX = 24;
    /** Makings one behind the other, for example milk, tank, lot. */
    static final int ROUNDS_MAX = 8;

    private static final String TRANSFORMATION = "TransformationEvent";

    private final UnitStories stories;
    private final EventStore events;

    Upstream(UnitStories stories, EventStore events) {
        this.stories = stories;
        this.events = events;
    }

    /**
     * @param amount of the first use that states one
     * @param story up to its use
     */
    record Ingredient(
            TraceUnit unit, @Nullable Amount amount, Instant usedAt, UnitStory story) {}

    record Found(List<Ingredient> ingredients, boolean truncated) {}

    Found of(Collection<UnitStory> made, Instant at) {
        Map<TraceUnit, Ingredient> found = new LinkedHashMap<>();
        List<UnitStory> round = List.copyOf(made);
        for (int i = 0; i < ROUNDS_MAX && !round.isEmpty(); i++) {
            List<UnitStory> next = new ArrayList<>();
            for (Use use : uses(round)) {
                if (found.containsKey(use.unit()) || isOneOf(made, use.unit())) {
                    continue;
                }
                if (found.size() == UNITS_MAX) {
                    return new Found(List.copyOf(found.values()), true);
                }
                UnitStory story = stories.story(use.unit(), at);
                found.put(use.unit(), new Ingredient(use.unit(), use.amount(), use.at(), story));
                next.add(story);
            }
            round = next;
        }
        return new Found(List.copyOf(found.values()), !uses(round).isEmpty());
    }

    private static boolean isOneOf(Collection<UnitStory> made, TraceUnit unit) {
        return made.stream().anyMatch(story -> story.unit().equals(unit));
    }

    private record Use(TraceUnit unit, @Nullable Amount amount, Instant at) {}

    private List<Use> uses(Collection<UnitStory> made) {
        List<Long> makings = made.stream()
                .flatMap(story -> story.steps().stream())
                .filter(Upstream::makesTheUnit)
                .map(UnitStory.Step::seq)
                .distinct()
                .limit(UNITS_MAX)
                .toList();
        if (makings.isEmpty()) {
            return List.of();
        }
        return events.bySeq(makings).stream().flatMap(Upstream::inputs).toList();
    }

    private static boolean makesTheUnit(UnitStory.Step step) {
        return step.type().equals(TRANSFORMATION)
                && step.role() == UnitIndex.Role.OUTPUT
                && step.via().isEmpty();
    }

    private static Stream<Use> inputs(StoredEvent stored) {
        if (!(EventCodec.asCaptured(stored) instanceof TransformationEvent making)) {
            return Stream.of();
        }
        Instant at = stored.eventTime();
        Stream<Use> pieces = making.inputEPCList().stream().flatMap(epc -> use(epc, null, at));
        Stream<Use> quantities =
                making.inputQuantityList().stream().flatMap(element -> use(element.epcClass(), amount(element), at));
        return Stream.concat(pieces, quantities);
    }

    private static Stream<Use> use(String epc, @Nullable Amount amount, Instant at) {
        return UnitSyntax.read(epc) instanceof UnitReading.Recognised read
                ? Stream.of(new Use(read.unit(), amount, at))
                : Stream.of();
    }

    private static @Nullable Amount amount(QuantityElement element) {
        return element.quantity() == null ? null : new Amount(element.quantity(), element.uom());
    }
}
