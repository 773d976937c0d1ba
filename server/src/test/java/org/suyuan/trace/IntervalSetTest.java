package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Sets of positions, runs and spans against plain sets and maps. */
class IntervalSetTest {
    private static final int TRIES = 3_000;
    private static final int UNIVERSE = 40;

    private final long seed = Long.getLong("suyuan.seed", new Random().nextLong(1_000_000_000L));
    private final Random random = new Random(seed);

    @Test
    void operations_are_those_of_sets() {
        for (int i = 0; i < TRIES; i++) {
            IntervalSet a = some();
            IntervalSet b = some();
            Set<Long> union = plain(a);
            union.addAll(plain(b));
            Set<Long> common = plain(a);
            common.retainAll(plain(b));
            Set<Long> rest = plain(a);
            rest.removeAll(plain(b));
            long from = random.nextInt(UNIVERSE);
            long to = from + random.nextInt(10);
            assertThat(plain(a.union(b))).as(a + " ∪ " + b + " seed " + seed).isEqualTo(union);
            assertThat(plain(a.intersect(b)))
                    .as(a + " ∩ " + b + " seed " + seed)
                    .isEqualTo(common);
            assertThat(plain(a.subtract(b)))
                    .as(a + " \\ " + b + " seed " + seed)
                    .isEqualTo(rest);
            assertThat(a.slice(from, to))
                    .as(a + " slice seed " + seed)
                    .isEqualTo(a.intersect(IntervalSet.of(from, to)));
            assertThat(a.contains(from)).isEqualTo(plain(a).contains(from));
            assertThat(a.size()).isEqualTo(plain(a).size());
            assertThat(IntervalSet.unionOf(List.of(a, b))).isEqualTo(a.union(b));
        }
    }

    @Test
    void intervals_are_sorted_disjoint_and_do_not_touch() {
        for (int i = 0; i < TRIES; i++) {
            List<IntervalSet.Interval> intervals = some().union(some()).intervals();
            for (int j = 1; j < intervals.size(); j++) {
                assertThat(intervals.get(j).from())
                        .isGreaterThan(intervals.get(j - 1).to());
            }
        }
    }

    @Test
    void neighbouring_serials_are_one_interval_in_whatever_order_they_come() {
        assertThat(IntervalSet.ofPositions(7, 5, 6, 9, 5).intervals())
                .containsExactly(new IntervalSet.Interval(5, 8), new IntervalSet.Interval(9, 10));
    }

    @Test
    void a_run_is_filed_under_the_smallest_level_that_holds_it() {
        for (long length = 1; length < 5_000; length++) {
            int level = new Run(0, length).level();
            assertThat(length).isLessThanOrEqualTo(1L << level);
            assertThat(level == 0 || length > 1L << (level - 1)).isTrue();
        }
    }

    @Test
    void a_probe_range_holds_the_start_of_every_run_of_its_level_that_covers_the_position() {
        for (int i = 0; i < TRIES; i++) {
            Run run = new Run(random.nextInt(1_000), 1 + random.nextInt(300));
            for (long position = run.from(); position < run.to(); position++) {
                assertThat(run.from()).isBetween(Run.probeFrom(run.level(), position), position);
            }
        }
    }

    @Test
    void of_runs_that_do_not_overlap_a_probe_meets_at_most_two() {
        for (int i = 0; i < TRIES; i++) {
            TreeMap<Long, Run> starts = new TreeMap<>();
            int level = 1 + random.nextInt(6);
            long next = 0;
            while (next < 2_000) {
                long length = (1L << (level - 1)) + 1 + random.nextInt(1 << (level - 1));
                starts.put(next, new Run(next, length));
                next += length + random.nextInt(3);
            }
            long position = random.nextInt(2_000);
            assertThat(starts.subMap(Run.probeFrom(level, position), position + 1))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_run_outside_the_positions_is_refused() {
        assertThatThrownBy(() -> new Run(-1, 1)).hasMessageContaining("expected");
        assertThatThrownBy(() -> new Run(0, 0)).hasMessageContaining("expected");
        assertThatThrownBy(() -> new Run(Run.POSITION_END, 1)).hasMessageContaining("expected");
    }

    @Test
    void spans_are_a_map_from_positions() {
        for (int i = 0; i < 300; i++) {
            Spans<Integer> spans = new Spans<>();
            TreeMap<Long, Integer> plain = new TreeMap<>();
            for (int step = 0; step < 30; step++) {
                IntervalSet where = some();
                int value = random.nextInt(4);
                spans.update(
                        where, (_, _, old) -> value == 0 ? null : old == null ? value : Integer.valueOf(old + value));
                where.positions()
                        .forEach(p -> plain.compute(
                                p, (_, old) -> value == 0 ? null : old == null ? value : Integer.valueOf(old + value)));
                TreeMap<Long, Integer> found = new TreeMap<>();
                spans.over(IntervalSet.of(0, 2 * UNIVERSE))
                        .forEach(span ->
                                LongStream.range(span.from(), span.to()).forEach(p -> found.put(p, span.value())));
                assertThat(found).as("seed " + seed).isEqualTo(plain);
            }
        }
    }

    private IntervalSet some() {
        List<IntervalSet.Interval> intervals = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            long from = random.nextInt(UNIVERSE);
            intervals.add(new IntervalSet.Interval(from, from + 1 + random.nextInt(8)));
        }
        return IntervalSet.ofIntervals(intervals);
    }

    private static Set<Long> plain(IntervalSet set) {
        return set.positions().boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
