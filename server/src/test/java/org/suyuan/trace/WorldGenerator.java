package org.suyuan.trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.Amount;

/**
 * Makes worlds from seeds: a plausible supply chain in half of them, with noise over a small universe so that everything
 * that can go wrong does: packed twice, unpacked from elsewhere, cycles of packages and of rework, the same moment,
 * events declared erroneous before or after they arrive, corrected, repeated, and captured in any order.
 */
final class WorldGenerator {
    /** Units of one world lie within this many positions of a series, and its events within as many numbers. */
    static final long STRIDE = 1_000;

    private static final Instant DAY = Instant.parse("2026-09-07T00:00:00Z");
    private static final Series CUPS = new Series(Series.Kind.NUMERIC, "06901234567892");
    private static final Series BOTTLES = new Series(Series.Kind.ISSUED, "06901234567809/10");
    private static final Series CASES = new Series(Series.Kind.SSCC, "06901234");

    private final Random random;
    private final long seed;
    private final long offset;
    private final List<Draft> drafts = new ArrayList<>();
    private int minute;

    private record Draft(
            Instant time, Fact.Kind kind, @Nullable Unit parent, List<Part> parts) {}

    private WorldGenerator(long seed, long index) {
        this.seed = seed;
        this.offset = index * STRIDE;
        this.random = new Random(seed);
    }

    /** @param index which place of a shared store the world takes */
    static World world(long seed, long index) {
        return new WorldGenerator(seed, index).world();
    }

    private World world() {
        if (random.nextBoolean()) {
            chain();
        }
        int noise = random.nextInt(30);
        for (int i = 0; i < noise; i++) {
            minute = random.nextInt(40);
            something();
        }
        Collections.shuffle(drafts, random);
        List<Statement> statements = new ArrayList<>();
        long seq = offset;
        for (Draft draft : drafts) {
            long number = seq++;
            statements.add(statement(number, draft, "event-" + number, draft.time(), false));
            if (random.nextInt(12) == 0) {
                seq = correct(statements, draft, number, seq);
            }
        }
        return new World(seed, statements);
    }

    /** Declares the event erroneous, by id or by hash, before or after it; sometimes with a corrective event. */
    private long correct(List<Statement> statements, Draft draft, long number, long seq) {
        String name = (random.nextBoolean() ? "event-" : "hash-") + number;
        statements.add(random.nextInt(statements.size() + 1), statement(seq++, draft, name, draft.time(), true));
        if (random.nextBoolean()) {
            Instant time = draft.time().plusSeconds(60L * random.nextInt(3));
            statements.add(statement(seq, draft, "event-" + seq, time, false));
            seq++;
        }
        return seq;
    }

    private static Statement statement(long seq, Draft draft, String id, Instant time, boolean declaresError) {
        Fact fact = new Fact(seq, time, draft.kind(), draft.parent(), detail(id));
        return new Statement(fact, "hash-" + seq, draft.parts(), declaresError);
    }

    private static Detail detail(String id) {
        return new Detail(
                id, "ObjectEvent", null, ZoneOffset.ofHours(8), null, null, null, null, null, null, null, null);
    }

    /** Milk lots into a tank lot, into items of a lot, into cases, onto pallets, to a shop, unpacked and sold. */
    private void chain() {
        minute = 0;
        Unit tank = lot(0);
        add(
                Fact.Kind.TRANSFORMED,
                null,
                amount(Role.INPUT, lot(1), 5),
                amount(Role.INPUT, lot(2), 7),
                amount(Role.OUTPUT, tank, 12));
        minute = 2 + random.nextInt(3);
        int size = 6 + random.nextInt(18);
        long from = random.nextInt(10);
        long product = lot(3).position();
        Part cups = new Part(Role.OUTPUT, CUPS, at(from, from + size), null, random.nextBoolean() ? product : null);
        if (random.nextBoolean()) {
            add(Fact.Kind.TRANSFORMED, null, amount(Role.INPUT, tank, 10), cups);
        } else {
            add(Fact.Kind.TRANSFORMED, null, amount(Role.INPUT, tank, 10), amount(Role.OUTPUT, lot(3), size));
            add(Fact.Kind.COMMISSIONED, null, new Part(Role.EPC, CUPS, at(from, from + size), null, product));
        }
        int perCase = 2 + random.nextInt(4);
        int cases = 0;
        for (long next = from; next < from + size; next += perCase) {
            minute = 6 + random.nextInt(3);
            add(
                    Fact.Kind.PACKED,
                    pack(cases),
                    new Part(Role.CHILD, CUPS, at(next, Math.min(next + perCase, from + size)), null, null));
            cases++;
        }
        minute = 10;
        add(Fact.Kind.PACKED, pack(20), new Part(Role.CHILD, CASES, at(0, cases), null, null));
        minute = 12;
        add(Fact.Kind.OBSERVED, null, Part.of(Role.EPC, pack(20)));
        minute = 14;
        if (random.nextBoolean()) {
            add(Fact.Kind.UNPACKED, pack(20));
        } else {
            add(
                    Fact.Kind.UNPACKED,
                    pack(20),
                    new Part(Role.CHILD, CASES, at(0, 1 + random.nextInt(cases)), null, null));
        }
        minute = 16;
        add(Fact.Kind.OBSERVED, null, new Part(Role.EPC, CASES, at(0, cases), null, null));
        minute = 18;
        add(Fact.Kind.UNPACKED, pack(0));
        minute = 20;
        add(Fact.Kind.DECOMMISSIONED, null, new Part(Role.ENDED, CUPS, at(from, from + 2), null, null));
    }

    private void something() {
        switch (random.nextInt(12)) {
            case 0, 1 -> add(Fact.Kind.COMMISSIONED, null, items(Role.EPC, random.nextBoolean()));
            case 2, 3, 4 -> add(Fact.Kind.PACKED, pack(random.nextInt(6)), some(Role.CHILD));
            case 5 -> add(Fact.Kind.UNPACKED, pack(random.nextInt(6)), some(Role.CHILD));
            case 6 -> add(Fact.Kind.UNPACKED, pack(random.nextInt(6)));
            case 7, 8 -> transformed();
            case 9 -> add(Fact.Kind.DECOMMISSIONED, null, some(Role.ENDED));
            case 10 -> add(Fact.Kind.OBSERVED, null, Part.of(Role.PARENT, pack(random.nextInt(6))), some(Role.EPC));
            default -> add(Fact.Kind.OBSERVED, null, some(Role.EPC));
        }
        if (random.nextInt(15) == 0) {
            drafts.add(drafts.get(random.nextInt(drafts.size())));
        }
    }

    private void transformed() {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(some(Role.INPUT));
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
            parts.add(random.nextBoolean() ? items(Role.OUTPUT, random.nextBoolean()) : some(Role.OUTPUT));
        }
        add(Fact.Kind.TRANSFORMED, null, withoutRepetition(parts));
    }

    /** An event names a unit at most once in a role (the projection sees to it). */
    private static Part[] withoutRepetition(List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            if (kept.stream()
                    .noneMatch(other -> other.role() == part.role()
                            && other.series().equals(part.series())
                            && other.positions().intersects(part.positions()))) {
                kept.add(part);
            }
        }
        return kept.toArray(Part[]::new);
    }

    private Part some(Role role) {
        return switch (random.nextInt(6)) {
            case 0 -> amount(role, lot(random.nextInt(5)), 1 + random.nextInt(6));
            case 1, 2 -> new Part(role, CASES, scattered(7, 3), null, null);
            case 3 -> Part.of(role, new Unit(Series.THINGS, offset + random.nextInt(4)));
            default -> items(role, false);
        };
    }

    private Part items(Role role, boolean ofLot) {
        Series series = random.nextInt(3) == 0 ? BOTTLES : CUPS;
        return new Part(
                role,
                series,
                scattered(30, 12),
                null,
                ofLot ? lot(random.nextInt(5)).position() : null);
    }

    private IntervalSet scattered(int universe, int length) {
        IntervalSet set = IntervalSet.EMPTY;
        for (int i = random.nextInt(2); i >= 0; i--) {
            long from = random.nextInt(universe);
            set = set.union(at(from, from + 1 + random.nextInt(length)));
        }
        return set;
    }

    private Part amount(Role role, Unit lot, int value) {
        Amount amount = random.nextInt(6) == 0
                ? null
                : new Amount(BigDecimal.valueOf(value), random.nextInt(6) == 0 ? null : "KGM");
        return new Part(role, lot.series(), IntervalSet.of(lot.position()), amount, null);
    }

    private void add(Fact.Kind kind, @Nullable Unit parent, Part... parts) {
        List<Part> all = new ArrayList<>(List.of(parts));
        if (parent != null) {
            all.add(Part.of(parts.length == 0 ? Role.EMPTIED : Role.PARENT, parent));
        }
        drafts.add(new Draft(DAY.plusSeconds(60L * minute), kind, parent, all));
    }

    private IntervalSet at(long from, long to) {
        return IntervalSet.of(offset + from, offset + to);
    }

    private Unit lot(int number) {
        return new Unit(Series.LOTS, offset + number);
    }

    private Unit pack(int number) {
        return new Unit(CASES, offset + number);
    }
}
