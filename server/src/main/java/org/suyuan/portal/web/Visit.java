package org.suyuan.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.suyuan.portal.Journey.Stop;

/**
 * What happened at one place on one day, told as one entry: a reader wants to know where a thing was, and not first that
 * it was put into a box and out of it.
 *
 * @param stops in order of time, never empty
 */
record Visit(List<Stop> stops) {
    /** Steps that a reader does not miss when they are told together with what was done before or after them. */
    private static final Set<String> MINOR = Set.of(
            "commissioning",
            "cycle_counting",
            "encoding",
            "inspecting",
            "loading",
            "packing",
            "picking",
            "repackaging",
            "reserving",
            "sampling",
            "sensor_reporting",
            "staging_outbound",
            "stock_taking",
            "storing",
            "unloading",
            "unpacking");

    Visit {
        stops = List.copyOf(stops);
    }

    /** Days apart, minor steps are told with the next at their place, else with the one before. */
    static List<Visit> of(List<Stop> stops) {
        List<Visit> days = new ArrayList<>();
        for (Stop stop : stops) {
            Visit one = new Visit(List.of(stop));
            boolean same = !days.isEmpty()
                    && days.getLast().isWhere(one)
                    && days.getLast().day().equals(one.day());
            add(days, one, same);
        }
        List<Visit> visits = new ArrayList<>();
        for (Visit day : days) {
            boolean awaited = !visits.isEmpty() && visits.getLast().isMinor();
            add(
                    visits,
                    day,
                    !visits.isEmpty() && visits.getLast().isWhere(day) && (awaited || day.isMinorAtTheEnd(days)));
        }
        return visits;
    }

    private static void add(List<Visit> visits, Visit visit, boolean toTheLast) {
        if (toTheLast) {
            Visit last = visits.removeLast();
            visits.add(new Visit(
                    Stream.concat(last.stops.stream(), visit.stops.stream()).toList()));
        } else {
            visits.add(visit);
        }
    }

    private boolean isMinorAtTheEnd(List<Visit> all) {
        int next = all.indexOf(this) + 1;
        return isMinor() && (next == all.size() || !isWhere(all.get(next)));
    }

    /** The stop that the entry is about. */
    Stop main() {
        return stops.stream().filter(stop -> !isMinor(stop)).findFirst().orElse(stops.getFirst());
    }

    boolean isWhere(Visit other) {
        String place = main().place();
        return place != null && place.equals(other.main().place());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(stops.getFirst().time(), Words.ZONE);
    }

    private boolean isMinor() {
        return stops.stream().allMatch(Visit::isMinor);
    }

    private static boolean isMinor(Stop stop) {
        String step = stop.bizStep();
        return step == null ? stop.type().equals("AggregationEvent") : MINOR.contains(step) && !isMaking(stop);
    }

    /** Whether it came into being here, out of other things or as a lot. */
    static boolean isMaking(Stop stop) {
        return stop.type().equals("TransformationEvent") || "creating_class_instance".equals(stop.bizStep());
    }
}
