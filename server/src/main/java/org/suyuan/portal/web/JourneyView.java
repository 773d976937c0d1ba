package org.suyuan.portal.web;

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
 * @param stops the thing's own, in order of time
 * @param supplies what it was made of
 * @param map null when fewer than two places are known by their coordinates
 */
record JourneyView(
        List<StopView> stops,
        List<SupplyView> supplies,
        @Nullable JourneyMap map,
        boolean truncated) {

    /**
     * @param mark number or letter of the place on the map, empty if it is not there
     * @param verb what happened
     * @param place name of the place, null when the event names none
     * @param place2 role and region, empty if not registered
     * @param time in words
     * @param iso the same for machines
     * @param details folded: label and value
     */
    record StopView(
            String mark,
            String verb,
            @Nullable String place,
            String place2,
            String time,
            String iso,
            String tone,
            List<Detail> details) {

        StopView withoutPlace() {
            return new StopView("", verb, null, "", time, iso, tone, details);
        }
    }

    record Detail(String label, String value, boolean code) {}

    /**
     * @param origin where it came from: the first that is known
     * @param later folded
     */
    record SupplyView(
            String name,
            String code,
            @Nullable String amount,
            @Nullable StopView origin,
            List<StopView> later) {}

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
        Map<String, String> marks = marks(journey);
        List<StopView> stops = withoutRepeatedPlaces(
                journey.stops(),
                journey.stops().stream()
                        .map(stop -> view(stop, null, journey, marks, words, names))
                        .toList());
        List<SupplyView> supplies = journey.supplies().stream()
                .map(supply -> view(supply, journey, marks, words, names))
                .toList();
        JourneyMap map = JourneyMap.of(journey, marks, words, names).orElse(null);
        return new JourneyView(stops, supplies, map, journey.truncated());
    }

    /** What happens at the place of the stop before is told without naming the place again. */
    private static List<StopView> withoutRepeatedPlaces(List<Journey.Stop> stops, List<StopView> views) {
        List<StopView> shown = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            String place = stops.get(i).place();
            boolean repeated =
                    i > 0 && place != null && place.equals(stops.get(i - 1).place());
            shown.add(repeated ? views.get(i).withoutPlace() : views.get(i));
        }
        return shown;
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

    private static StopView view(
            Journey.Stop stop,
            @Nullable PublicProduct product,
            Journey journey,
            Map<String, String> marks,
            Words words,
            Names names) {
        Optional<PublicSite> site = journey.site(stop.place());
        String region = site.map(found -> words.say("role-and-region", names.role(found), names.region(found.region())))
                .orElse("");
        String place =
                stop.place() == null ? null : site.map(names::of).orElseGet(() -> words.say("unregistered-place"));
        return new StopView(
                stop.place() == null ? "" : marks.getOrDefault(stop.place(), ""),
                verb(stop, product, site.orElse(null), journey, words, names),
                place,
                region,
                words.moment(stop.time()),
                stop.time().toString(),
                stop.disposition() != null && ALARMING.contains(stop.disposition()) ? "danger" : "",
                details(stop, site.orElse(null), words, names));
    }

    private static String verb(
            Journey.Stop stop,
            @Nullable PublicProduct product,
            @Nullable PublicSite site,
            Journey journey,
            Words words,
            Names names) {
        String step = step(stop);
        Optional<PublicSite> to = journey.site(stop.to());
        if (step.equals("shipping") && to.isPresent()) {
            return words.say("verb.shipping.to", names.of(to.get()));
        }
        String role = site == null ? "" : site.role();
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

    /** Commissioning the output of a making gives no code to anything yet: the making is what happened. */
    private static String step(Journey.Stop stop) {
        String step = stop.bizStep();
        boolean making = stop.type().equals("TransformationEvent") && "commissioning".equals(step);
        return step == null || making || step.contains(":") ? stop.type() : step;
    }

    private static List<Detail> details(Journey.Stop stop, @Nullable PublicSite site, Words words, Names names) {
        List<Detail> details = new ArrayList<>();
        if (site != null) {
            details.add(new Detail(words.say("stop.operator"), names.operatorOf(site), false));
        }
        for (TraceUnit box : stop.via()) {
            details.add(new Detail(words.say("stop.via"), names.of(box), false));
        }
        String disposition = stop.disposition();
        if (disposition != null && !UNREMARKABLE.contains(disposition)) {
            words.find("disposition." + disposition)
                    .ifPresent(word -> details.add(new Detail(words.say("stop.state"), word, false)));
        }
        if (site == null && stop.place() != null) {
            details.add(new Detail(words.say("stop.place-code"), stop.place(), true));
        }
        details.add(new Detail(words.say("stop.event"), stop.eventId(), true));
        return details;
    }

    private static SupplyView view(
            Journey.Supply supply, Journey journey, Map<String, String> marks, Words words, Names names) {
        PublicProduct product = supply.product();
        String name = product == null ? words.say("supply.unregistered") : names.of(product);
        List<StopView> stops = supply.stops().stream()
                .map(stop -> view(stop, product, journey, marks, words, names))
                .toList();
        return new SupplyView(
                name,
                names.of(supply.unit()),
                supply.amount() == null ? null : words.amount(supply.amount()),
                stops.isEmpty() ? null : stops.getFirst(),
                stops.isEmpty() ? stops : stops.subList(1, stops.size()));
    }
}
