package org.suyuan.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.CheckDigit;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Sscc;
import org.suyuan.epcis.unit.SupervisionCode;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.events.IssuedSerials;

/**
 * Between identifiers and positions (design §3). Always for many units at once: codes issued here are decrypted a class at
 * a time, names are looked up in one statement.
 */
@Component
class UnitNumbers {
    private static final int SSCC_SERIES_DIGITS = 8;
    private static final int SSCC_POSITION_DIGITS = 9;
    private static final int CHECK_DIGITS = 4;
    private static final long CHECK_RANGE = 10_000;

    private final IssuedSerials issued;
    private final UnitNames names;

    UnitNumbers(IssuedSerials issued, UnitNames names) {
        this.issued = issued;
        this.names = names;
    }

    /**
     * How an event names a unit.
     *
     * @param asClass whether in a list of quantities: decides for identifiers of which that cannot be told otherwise
     */
    record Mention(TraceUnit unit, boolean asClass) {}

    /** Gives every unit its position, new ones too. Inside the caller's transaction. */
    Map<Mention, Unit> newOrKnown(Collection<Mention> mentions) {
        return new Numbering(true).number(mentions);
    }

    /** The positions under which events may have named the unit; none if no event ever can have. */
    Units known(TraceUnit unit) {
        return known(List.of(unit));
    }

    Units known(Collection<TraceUnit> units) {
        Set<Mention> mentions = new HashSet<>();
        for (TraceUnit unit : units) {
            mentions.add(new Mention(unit, false));
            mentions.add(new Mention(unit, true));
        }
        return Units.of(new Numbering(false).number(mentions).values());
    }

    /** One pass over many mentions. */
    private final class Numbering {
        private final boolean keepNew;
        private final Map<Mention, Unit> numbered = new HashMap<>();
        private final Map<Gtin, List<Mention>> items = new HashMap<>();
        private final Map<String, List<Mention>> supervised = new HashMap<>();
        private final Map<Mention, Unit> hashed = new HashMap<>();
        private final Map<Mention, Series> named = new HashMap<>();

        Numbering(boolean keepNew) {
            this.keepNew = keepNew;
        }

        Map<Mention, Unit> number(Collection<Mention> mentions) {
            new HashSet<>(mentions).forEach(this::sort);
            items.forEach(this::numberItems);
            supervised.forEach(this::numberSupervised);
            settleHashed();
            settleNamed();
            return numbered;
        }

        private void sort(Mention mention) {
            switch (mention.unit()) {
                case TraceUnit.Item item ->
                    items.computeIfAbsent(item.gtin(), _ -> new ArrayList<>()).add(mention);
                case TraceUnit.SupervisedItem item ->
                    supervised
                            .computeIfAbsent(item.code().productResource(), _ -> new ArrayList<>())
                            .add(mention);
                case TraceUnit.LogisticUnit unit -> numbered.put(mention, sscc(unit.sscc()));
                case TraceUnit.Lot _, TraceUnit.ProductClass _ -> named.put(mention, Series.LOTS);
                case TraceUnit.OtherThing _ -> named.put(mention, mention.asClass() ? Series.LOTS : Series.THINGS);
            }
        }

        private void numberItems(Gtin gtin, List<Mention> mentions) {
            List<String> serials = mentions.stream()
                    .map(mention -> ((TraceUnit.Item) mention.unit()).serial())
                    .toList();
            IssuedSerials.Decoded decoded = issued.decodeSerials(gtin, serials);
            for (int i = 0; i < serials.size(); i++) {
                int version = decoded.keyVersions()[i];
                if (version > 0) {
                    Series series = new Series(Series.Kind.ISSUED, gtin.value() + "/" + version);
                    numbered.put(mentions.get(i), new Unit(series, decoded.positions()[i]));
                } else {
                    foreign(gtin, serials.get(i), mentions.get(i));
                }
            }
        }

        private void foreign(Gtin gtin, String serial, Mention mention) {
            if (SerialHash.isNumber(serial)) {
                numbered.put(mention, new Unit(new Series(Series.Kind.NUMERIC, gtin.value()), Long.parseLong(serial)));
            } else {
                hashed.put(mention, new Unit(new Series(Series.Kind.HASHED, gtin.value()), SerialHash.of(serial)));
            }
        }

        private void numberSupervised(String resource, List<Mention> mentions) {
            List<SupervisionCode> codes = mentions.stream()
                    .map(mention -> ((TraceUnit.SupervisedItem) mention.unit()).code())
                    .toList();
            IssuedSerials.Decoded decoded = issued.decodeSupervision(codes);
            for (int i = 0; i < codes.size(); i++) {
                int version = decoded.keyVersions()[i];
                SupervisionCode code = codes.get(i);
                long position = version > 0
                        ? decoded.positions()[i]
                        : Long.parseLong(code.serial()) * CHECK_RANGE + Long.parseLong(code.check());
                Series series = new Series(Series.Kind.SUPERVISION, resource + "/" + version);
                numbered.put(mentions.get(i), new Unit(series, position));
            }
        }

        /** Two serials of one GTIN with the same hash: the later one is kept by name. */
        private void settleHashed() {
            if (hashed.isEmpty()) {
                return;
            }
            Map<Unit, String> wanted = new HashMap<>();
            hashed.forEach((mention, unit) -> wanted.putIfAbsent(unit, serial(mention)));
            Map<Unit, String> kept = keepNew ? names.keepSerials(wanted) : names.serials(wanted.keySet());
            hashed.forEach((mention, unit) -> {
                String there = kept.get(unit);
                if (serial(mention).equals(there)) {
                    numbered.put(mention, unit);
                } else if (there != null) {
                    named.put(mention, Series.THINGS);
                }
            });
        }

        private void settleNamed() {
            if (named.isEmpty()) {
                return;
            }
            Set<String> uris = new HashSet<>();
            named.keySet().forEach(mention -> uris.add(mention.unit().uri()));
            Map<String, Long> positions = keepNew ? names.newOrKnownPositions(uris) : names.positions(uris);
            named.forEach((mention, series) -> {
                Long position = positions.get(mention.unit().uri());
                if (position != null) {
                    numbered.put(mention, new Unit(series, position));
                }
            });
        }

        private static String serial(Mention mention) {
            return ((TraceUnit.Item) mention.unit()).serial();
        }
    }

    private static Unit sscc(Sscc sscc) {
        String digits = sscc.value();
        return new Unit(
                new Series(Series.Kind.SSCC, digits.substring(0, SSCC_SERIES_DIGITS)),
                Long.parseLong(digits.substring(SSCC_SERIES_DIGITS, SSCC_SERIES_DIGITS + SSCC_POSITION_DIGITS)));
    }

    /** The identifiers of positions: the inverse. */
    Map<Unit, TraceUnit> identifiers(Collection<Unit> units) {
        Map<Unit, TraceUnit> found = new TreeMap<>();
        List<Unit> hashed = new ArrayList<>();
        List<Unit> named = new ArrayList<>();
        for (Unit unit : units) {
            switch (unit.series().kind()) {
                case ISSUED, NUMERIC, SSCC, SUPERVISION -> found.put(unit, identifier(unit));
                case HASHED -> hashed.add(unit);
                case LOTS, THINGS -> named.add(unit);
            }
        }
        if (!hashed.isEmpty()) {
            names.serials(hashed)
                    .forEach((unit, serial) -> found.put(
                            unit, new TraceUnit.Item(Gtin.of(unit.series().name()), serial)));
        }
        if (!named.isEmpty()) {
            Map<Long, String> uris =
                    names.uris(named.stream().map(Unit::position).distinct().toList());
            for (Unit unit : named) {
                String uri = uris.get(unit.position());
                if (uri != null) {
                    found.put(unit, UnitSyntax.unit(uri));
                }
            }
        }
        return found;
    }

    private TraceUnit identifier(Unit unit) {
        String[] name = unit.series().name().split("/", 2);
        return switch (unit.series().kind()) {
            case ISSUED -> {
                Gtin gtin = Gtin.of(name[0]);
                yield new TraceUnit.Item(gtin, issued.serial(gtin, Integer.parseInt(name[1]), unit.position()));
            }
            case NUMERIC -> new TraceUnit.Item(Gtin.of(name[0]), Long.toString(unit.position()));
            case SSCC ->
                new TraceUnit.LogisticUnit(Sscc.of(CheckDigit.append(name[0] + "%09d".formatted(unit.position()))));
            case SUPERVISION -> new TraceUnit.SupervisedItem(supervisionCode(name, unit.position()));
            case HASHED, LOTS, THINGS ->
                throw new IllegalArgumentException("unit: " + unit + " (expected: one whose position is its number)");
        };
    }

    private SupervisionCode supervisionCode(String[] name, long position) {
        int version = Integer.parseInt(name[1]);
        int digits = SupervisionCode.SERIAL_DIGITS + CHECK_DIGITS;
        return version > 0
                ? issued.supervisionCode(name[0], version, position)
                : new SupervisionCode(name[0] + ("%0" + digits + "d").formatted(position));
    }
}
