package org.suyuan.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * In which package each unit was, and when: derived from packing and unpacking events in the order in which they
 * happened, whatever the order in which they were captured (design §4). One sweep for any number of units.
 *
 * <p>An instance is in at most one package: packing it into another moves it (and is an anomaly). Decommissioning or
 * consuming it takes it out. A lot can be in many packages, with an amount in each: unpacking takes amounts out until
 * nothing is left.
 */
final class Containment {
    private final Units units;
    private final Moment end;
    private final Map<Series, Spans<Place>> places = new TreeMap<>();
    private final Map<Unit, Map<Series, IntervalSet>> everIn = new HashMap<>();
    private final Map<LotPlace, LotStay> lots = new HashMap<>();
    private final List<Stay> stays = new ArrayList<>();
    private final List<Anomaly> anomalies = new ArrayList<>();

    private record Place(Unit parent, Moment since) {}

    private record LotPlace(Unit lot, Unit parent) {}

    private Containment(Units units, Moment end) {
        this.units = units;
        this.end = end;
    }

    record Result(List<Stay> stays, List<Anomaly> anomalies) {}

    /**
     * @param touches all events before {@code end} that name the units in {@link Role#MOVING} roles and those that name
     *     their packages as EMPTIED; others are ignored
     */
    static Result derive(Units units, List<Touch> touches, Moment end) {
        Containment containment = new Containment(units, end);
        touches.stream()
                .filter(touch -> touch.moment().isBefore(end))
                .sorted(Comparator.comparing(Touch::moment))
                .forEach(containment::apply);
        containment.closeAll();
        return new Result(List.copyOf(containment.stays), List.copyOf(containment.anomalies));
    }

    private void apply(Touch touch) {
        Part part = touch.part();
        Fact fact = touch.fact();
        if (part.role() == Role.EMPTIED) {
            emptied(new Unit(part.series(), part.positions().first()), touch.moment());
            return;
        }
        IntervalSet moved = part.positions().intersect(units.in(part.series()));
        if (moved.isEmpty()) {
            return;
        }
        switch (part.role()) {
            case CHILD -> {
                if (fact.kind() == Fact.Kind.PACKED && fact.parent() != null) {
                    packed(part, moved, fact.parent(), touch.moment());
                } else if (fact.kind() == Fact.Kind.UNPACKED) {
                    unpacked(part, moved, fact.parent(), touch.moment());
                }
            }
            case ENDED, INPUT -> {
                if (!part.series().isClassLevel()) {
                    change(part.series(), moved, touch.moment(), (_, _, _) -> null);
                }
            }
            case EPC, PARENT, EMPTIED, OUTPUT, LOT -> {}
        }
    }

    private void packed(Part part, IntervalSet moved, Unit parent, Moment moment) {
        if (part.series().isClassLevel()) {
            lots.computeIfAbsent(new LotPlace(new Unit(part.series(), moved.first()), parent), _ -> new LotStay(moment))
                    .add(part.amount());
        } else {
            everIn.computeIfAbsent(parent, _ -> new TreeMap<>()).merge(part.series(), moved, IntervalSet::union);
            change(part.series(), moved, moment, (from, to, place) -> {
                if (place != null && place.parent().equals(parent)) {
                    return place;
                }
                if (place != null) {
                    anomaly(Anomaly.Kind.IN_TWO_PACKAGES, moment, part.series(), from, to, place.parent());
                }
                return new Place(parent, moment);
            });
        }
    }

    private void unpacked(Part part, IntervalSet moved, @Nullable Unit parent, Moment moment) {
        if (part.series().isClassLevel()) {
            lotUnpacked(part, new Unit(part.series(), moved.first()), parent, moment);
        } else {
            change(part.series(), moved, moment, (from, to, place) -> {
                if (place == null || parent != null && !place.parent().equals(parent)) {
                    anomaly(Anomaly.Kind.UNPACKED_BUT_NOT_PACKED, moment, part.series(), from, to, parent);
                    return place;
                }
                return null;
            });
        }
    }

    private void lotUnpacked(Part part, Unit lot, @Nullable Unit parent, Moment moment) {
        LotStay stay = parent == null ? null : lots.get(new LotPlace(lot, parent));
        if (stay == null || parent == null) {
            anomaly(
                    Anomaly.Kind.UNPACKED_BUT_NOT_PACKED,
                    moment,
                    part.series(),
                    lot.position(),
                    lot.position() + 1,
                    parent);
            return;
        }
        stay.take(part.amount());
        if (stay.isOverdrawn()) {
            anomaly(
                    Anomaly.Kind.MORE_UNPACKED_THAN_PACKED,
                    moment,
                    part.series(),
                    lot.position(),
                    lot.position() + 1,
                    parent);
        }
        if (stay.isEmpty()) {
            lots.remove(new LotPlace(lot, parent));
            close(part.series(), lot.position(), lot.position() + 1, new Place(parent, stay.since), moment);
        }
    }

    private void emptied(Unit parent, Moment moment) {
        everIn.getOrDefault(parent, Map.of())
                .forEach((series, ever) -> change(
                        series,
                        ever,
                        moment,
                        (_, _, place) -> place != null && place.parent().equals(parent) ? null : place));
        everIn.remove(parent);
        lots.entrySet().removeIf(entry -> {
            LotPlace place = entry.getKey();
            if (!place.parent().equals(parent)) {
                return false;
            }
            Unit lot = place.lot();
            close(lot.series(), lot.position(), lot.position() + 1, new Place(parent, entry.getValue().since), moment);
            return true;
        });
    }

    /** Changes the places of the units, closing the stays that end thereby. */
    private void change(Series series, IntervalSet moved, Moment moment, Spans.Change<Place> change) {
        Spans<Place> spans = places.computeIfAbsent(series, _ -> new Spans<>());
        spans.update(moved, (from, to, old) -> {
            Place now = change.apply(from, to, old);
            if (old != null && now != old) {
                close(series, from, to, old, moment);
            }
            return now;
        });
    }

    private void close(Series series, long from, long to, Place place, Moment until) {
        Window window = new Window(place.since(), until);
        if (!window.isEmpty()) {
            stays.add(new Stay(series, IntervalSet.of(from, to), place.parent(), window));
        }
    }

    private void closeAll() {
        places.forEach((series, spans) ->
                spans.all().forEach(span -> close(series, span.from(), span.to(), span.value(), end)));
        lots.forEach((place, stay) -> close(
                place.lot().series(),
                place.lot().position(),
                place.lot().position() + 1,
                new Place(place.parent(), stay.since),
                end));
    }

    private void anomaly(Anomaly.Kind kind, Moment moment, Series series, long from, long to, @Nullable Unit parent) {
        anomalies.add(new Anomaly(kind, moment.seq(), series, IntervalSet.of(from, to), parent));
    }

    /** How much of a lot is in one package. An amount that was not stated can only be unpacked by one not stated. */
    private static final class LotStay {
        private final Moment since;
        private final Map<String, BigDecimal> balance = new HashMap<>();
        private boolean unstated;

        LotStay(Moment since) {
            this.since = since;
        }

        void add(@Nullable Amount amount) {
            if (amount == null) {
                unstated = true;
            } else {
                balance.merge(unitOf(amount), amount.value(), BigDecimal::add);
            }
        }

        void take(@Nullable Amount amount) {
            if (amount == null) {
                unstated = false;
                balance.clear();
            } else {
                balance.merge(unitOf(amount), amount.value().negate(), BigDecimal::add);
            }
        }

        boolean isOverdrawn() {
            return !unstated && balance.values().stream().anyMatch(value -> value.signum() < 0);
        }

        boolean isEmpty() {
            return !unstated && balance.values().stream().allMatch(value -> value.signum() <= 0);
        }

        private static String unitOf(Amount amount) {
            return amount.unit() == null ? "" : amount.unit();
        }
    }
}
