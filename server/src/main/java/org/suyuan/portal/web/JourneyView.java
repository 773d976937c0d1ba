package org.suyuan.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.portal.Journey;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;

/**
 * The way of the thing in words.
 *
 * @param entries the thing's own, in order of time
 * @param supplies what it was made of
 * @param map null when fewer than two places are known by their coordinates
 */
record JourneyView(
        List<EntryView> entries,
        List<SupplyView> supplies,
        @Nullable JourneyMap map,
        boolean truncated) {

    /**
     * @param mark number or letter of the place on the map, empty if it is not there
     * @param verbs what happened
     * @param place name of the place; null when the entry before was there, or when the event names none
     * @param time of the main step, in words
     * @param iso the same for machines
     * @param details folded, about the place
     * @param steps folded, one for each event
     */
    record EntryView(
            String mark,
            String verbs,
            @Nullable String place,
            String time,
            String iso,
            String tone,
            List<Detail> details,
            List<StepView> steps) {}

    record StepView(String verb, String time, String iso, List<Detail> details) {}

    record Detail(String label, String value, boolean code) {}

    /** @param origin where and when it came from, in one line: the first that is known */
    record SupplyView(
            String name,
            String code,
            @Nullable String amount,
            @Nullable String origin,
            List<EntryView> entries) {}

    /** Dispositions that say nothing a reader does not see from the verb. */
    private static final List<String> UNREMARKABLE =
            List.of("active", "in_progress", "in_transit", "sellable_accessible", "available", "unknown");

    private static final List<String> ALARMING = List.of(
            "recalled",
            "damaged",
            "destroyed",
            "expired",
            "non_conformant",
            "stolen",
            "non_sellable_other",
            "disposed");

    static JourneyView of(Journey journey, Words words, Names names) {
        Writer writer = new Writer(journey, marks(journey), words, names);
        return new JourneyView(
                writer.entries(journey.stops(), null),
                journey.supplies().stream().map(writer::supply).toList(),
                JourneyMap.of(journey, writer.marks, words, names).orElse(null),
                journey.truncated());
    }

    /** Places upstream are letters, places of the thing itself numbers, each in order of first appearance. */
    private static Map<String, String> marks(Journey journey) {
        Map<String, String> marks = new LinkedHashMap<>();
        int number = 0;
        for (Journey.Stop stop : journey.stops()) {
            if (isOnMap(journey, stop.place()) && !marks.containsKey(stop.place())) {
                marks.put(stop.place(), String.valueOf(++number));
            }
        }
        int letter = 0;
        for (Journey.Supply supply : journey.supplies()) {
            for (Journey.Stop stop : supply.stops()) {
                if (letter < 26 && isOnMap(journey, stop.place()) && !marks.containsKey(stop.place())) {
                    marks.put(stop.place(), String.valueOf((char) ('A' + letter++)));
                }
            }
        }
        return marks;
    }

    private static boolean isOnMap(Journey journey, @Nullable String place) {
        return journey.site(place).map(PublicSite::point).isPresent();
    }

    private record Writer(Journey journey, Map<String, String> marks, Words words, Names names) {

        SupplyView supply(Journey.Supply supply) {
            PublicProduct product = supply.product();
            return new SupplyView(
                    product == null ? words.say("supply.unregistered") : names.of(product),
                    names.of(supply.unit()),
                    supply.amount() == null ? null : words.amount(supply.amount()),
                    supply.stops().isEmpty() ? null : origin(supply.stops().getFirst()),
                    entries(supply.stops(), product));
        }

        private String origin(Journey.Stop first) {
            String day = words.day(LocalDate.ofInstant(first.time(), Words.ZONE));
            return first.place() == null ? day : words.say("supply.origin", place(first), day);
        }

        /** What happens at the place of the entry before is told without naming the place again. */
        List<EntryView> entries(List<Journey.Stop> stops, @Nullable PublicProduct product) {
            List<EntryView> entries = new ArrayList<>();
            Visit before = null;
            boolean made = false;
            for (Visit visit : Visit.of(stops)) {
                entries.add(entry(visit, before != null && before.isWhere(visit), made, product));
                before = visit;
                made |= visit.stops().stream().anyMatch(Visit::isMaking);
            }
            return entries;
        }

        private EntryView entry(Visit visit, boolean repeated, boolean made, @Nullable PublicProduct product) {
            List<StepView> steps = new ArrayList<>();
            boolean alarming = false;
            boolean makes = made;
            for (Journey.Stop stop : visit.stops()) {
                steps.add(
                        new StepView(verb(stop, makes, product), words.moment(stop.time()), iso(stop), details(stop)));
                makes |= Visit.isMaking(stop);
                alarming |= stop.disposition() != null && ALARMING.contains(stop.disposition());
            }
            Journey.Stop main = visit.main();
            return new EntryView(
                    repeated || main.place() == null ? "" : marks.getOrDefault(main.place(), ""),
                    words.list(steps.stream().map(StepView::verb).distinct().toList()),
                    repeated || main.place() == null ? null : place(main),
                    words.moment(main.time()),
                    iso(main),
                    alarming ? "danger" : "",
                    placeDetails(main),
                    steps);
        }

        private static String iso(Journey.Stop stop) {
            return stop.time().toString();
        }

        private String place(Journey.Stop stop) {
            return journey.site(stop.place()).map(names::of).orElseGet(() -> words.say("unregistered-place"));
        }

        private String verb(Journey.Stop stop, boolean made, @Nullable PublicProduct product) {
            String step = step(stop);
            Optional<PublicSite> to = journey.site(stop.to());
            if (step.equals("shipping") && to.isPresent()) {
                return words.say("verb.shipping.to", names.of(to.get()));
            }
            if (step.equals("commissioning") && made) {
                return words.say("verb.commissioning.made");
            }
            String role = journey.site(stop.place()).map(PublicSite::role).orElse("");
            String category = product == null ? "" : product.category().code();
            if (!stop.via().isEmpty() && words.find("verb." + step + ".via").isPresent()) {
                return words.say("verb." + step + ".via");
            }
            return words.firstOf(
                            "verb." + step + "." + role + "." + category,
                            "verb." + step + "." + role,
                            "verb." + step,
                            "verb." + stop.type())
                    .orElse(words.say("verb.other"));
        }

        private List<Detail> placeDetails(Journey.Stop stop) {
            Optional<PublicSite> found = journey.site(stop.place());
            if (found.isEmpty()) {
                return stop.place() == null
                        ? List.of()
                        : List.of(new Detail(words.say("stop.place-code"), stop.place(), true));
            }
            PublicSite site = found.get();
            String where = words.say("role-and-region", names.role(site), names.region(site.region()));
            return List.of(
                    new Detail(words.say("stop.operator"), names.operatorOf(site), false),
                    new Detail(words.say("stop.place"), where, false));
        }

        private List<Detail> details(Journey.Stop stop) {
            List<Detail> details = new ArrayList<>();
            for (TraceUnit box : stop.via()) {
                details.add(new Detail(words.say("stop.via"), names.of(box), false));
            }
            String disposition = stop.disposition();
            if (disposition != null && !UNREMARKABLE.contains(disposition)) {
                words.find("disposition." + disposition)
                        .ifPresent(word -> details.add(new Detail(words.say("stop.state"), word, false)));
            }
            details.add(new Detail(words.say("stop.event"), stop.eventId(), true));
            return details;
        }

        /** Commissioning the output of a making gives no code to anything yet: the making is what happened. */
        private static String step(Journey.Stop stop) {
            String step = stop.bizStep();
            boolean making = stop.type().equals("TransformationEvent") && "commissioning".equals(step);
            return step == null || making || step.contains(":") ? stop.type() : step;
        }
    }
}
