package org.suyuan.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.AssociationEvent;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.TransactionEvent;
import org.suyuan.epcis.event.TransformationEvent;

/**
 * Goes through the events as a stock-keeper would, one thing at a time and knowing nothing of how they were made up, and writes
 * down whatever cannot be.
 */
final class Books {
    private static final String IN_TRANSIT = "in transit";
    private static final String SOLD = "sold";

    /** Where everything stands that is in no package: the GLN, {@link #IN_TRANSIT} or {@link #SOLD}. */
    private final Map<String, String> places = new HashMap<>();

    private final Map<String, String> packages = new HashMap<>();
    private final Set<String> everPacked = new HashSet<>();
    private final Map<String, String> lots = new HashMap<>();
    private final Map<String, String> lastWord = new HashMap<>();
    private final Map<String, BigDecimal> made = new TreeMap<>();
    private final Map<String, BigDecimal> used = new TreeMap<>();
    private final Map<String, BigDecimal> sold = new TreeMap<>();

    final List<String> faults = new ArrayList<>();
    final List<String> receivedThoughNotShipped = new ArrayList<>();

    static Books of(List<EpcisEvent> events) {
        Set<String> wrong = events.stream()
                .filter(event -> event.errorDeclaration().isPresent())
                .map(event -> event.eventID().orElseThrow())
                .collect(Collectors.toSet());
        Books books = new Books();
        events.stream()
                .filter(event -> !wrong.contains(event.eventID().orElseThrow()))
                .sorted(Comparator.comparing(event -> event.core().when().eventTime()))
                .forEach(books::enter);
        return books;
    }

    private void enter(EpcisEvent event) {
        switch (event) {
            case ObjectEvent object -> object(object);
            case AggregationEvent aggregation -> aggregation(aggregation);
            case TransformationEvent transformation -> transformation(transformation);
            case TransactionEvent other -> faults.add("unexpected " + other);
            case AssociationEvent other -> faults.add("unexpected " + other);
        }
    }

    private void object(ObjectEvent event) {
        String step = word(event);
        for (String epc : event.epcList()) {
            if (event.action() == Action.ADD) {
                create(epc, event, lot(event, epc));
            } else {
                move(epc, event, step);
            }
        }
        for (QuantityElement amount : event.quantityList()) {
            if (event.action() == Action.ADD) {
                add(made, amount);
            } else if (event.action() == Action.DELETE) {
                add(used, amount);
            } else if (step.equals("retail_selling")) {
                add(sold, amount);
            }
        }
    }

    private void create(String epc, EpcisEvent event, String lot) {
        if (lots.put(epc, lot) != null) {
            faults.add("made twice: " + epc);
        }
        places.put(epc, gln(event));
    }

    private void move(String epc, EpcisEvent event, String step) {
        String before = places.get(epc);
        if (before == null) {
            faults.add(step + " of what is inside a package or was never made: " + epc);
            return;
        }
        lastWord.put(epc, event.disposition().flatMap(CbvTerm::word).orElseThrow());
        switch (step) {
            case "shipping" -> {
                requireAt(epc, event, before);
                places.put(epc, IN_TRANSIT);
            }
            case "receiving" -> {
                if (!before.equals(IN_TRANSIT)) {
                    receivedThoughNotShipped.add(epc);
                }
                places.put(epc, gln(event));
            }
            case "retail_selling", "dispensing" -> {
                requireAt(epc, event, before);
                places.put(epc, SOLD);
            }
            default -> requireAt(epc, event, before);
        }
    }

    private void aggregation(AggregationEvent event) {
        String parent = Objects.requireNonNull(event.parentID());
        for (String child : event.childEPCs()) {
            if (event.action() == Action.ADD) {
                String before = places.remove(child);
                requireAt(child, event, String.valueOf(before));
                packages.put(child, parent);
                everPacked.add(child);
                places.put(parent, gln(event));
            } else {
                requireAt(parent, event, String.valueOf(places.get(parent)));
                if (!packages.remove(child, parent)) {
                    faults.add(child + " was not in " + parent);
                }
                places.put(child, gln(event));
            }
        }
    }

    private void transformation(TransformationEvent event) {
        event.inputQuantityList().forEach(amount -> add(used, amount));
        event.outputQuantityList().forEach(amount -> add(made, amount));
        event.outputEPCList().forEach(epc -> create(epc, event, "supervised"));
    }

    private void requireAt(String epc, EpcisEvent event, String before) {
        if (!before.equals(gln(event))) {
            faults.add("%s %s at %s of %s, which is at %s"
                    .formatted(event.core().when().eventTime().text(), word(event), gln(event), epc, before));
        }
    }

    private static void add(Map<String, BigDecimal> sums, QuantityElement amount) {
        sums.merge(amount.epcClass(), amount.quantity(), BigDecimal::add);
    }

    private static String word(EpcisEvent event) {
        return event.bizStep().flatMap(CbvTerm::word).orElseThrow();
    }

    /** The site without its parts: inside a plant things move unseen. */
    private static String gln(EpcisEvent event) {
        return event.readPoint().orElseThrow().replaceFirst("/254/.*", "");
    }

    private static String lot(ObjectEvent event, String epc) {
        String number = event.ilmd().stream()
                .filter(field -> field.name().localName().equals("lotNumber"))
                .map(field -> ((ExtensionValue.Text) field.value()).value())
                .findFirst()
                .orElseThrow();
        return epc.replaceFirst("/21/.*", "/10/" + number);
    }

    private String standing(String unit) {
        String at = unit;
        for (String outer = packages.get(at); outer != null; outer = packages.get(at)) {
            at = outer;
        }
        return String.valueOf(places.get(at));
    }

    /** How many items of a lot stand where. */
    Map<String, Integer> whereabouts(String lot) {
        Map<String, Integer> counts = new TreeMap<>();
        lots.forEach((item, itsLot) -> {
            if (itsLot.equals(lot)) {
                counts.merge(standing(item), 1, Integer::sum);
            }
        });
        return counts;
    }

    int items(String lot) {
        return (int) lots.values().stream().filter(lot::equals).count();
    }

    /** How many items of a lot were ever put into a case. */
    long packed(String lot) {
        return everPacked.stream().filter(unit -> lot.equals(lots.get(unit))).count();
    }

    int sold(String lot) {
        return whereabouts(lot).getOrDefault(SOLD, 0);
    }

    int inTransit() {
        return (int) places.values().stream().filter(IN_TRANSIT::equals).count();
    }

    long returned(String lot) {
        return lots.entrySet().stream()
                .filter(item -> item.getValue().equals(lot) && "returned".equals(lastWord.get(item.getKey())))
                .count();
    }

    /** What is left of each lot that is counted by amount: made, less used, destroyed and sold. */
    Map<String, BigDecimal> left() {
        Map<String, BigDecimal> left = new TreeMap<>(made);
        used.forEach((lot, amount) -> left.merge(lot, amount.negate(), BigDecimal::add));
        sold.forEach((lot, amount) -> left.merge(lot, amount.negate(), BigDecimal::add));
        return left;
    }
}
