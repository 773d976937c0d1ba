package org.suyuan.trace.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.suyuan.testing.TestPostgres;
import org.suyuan.trace.Bounds;
import org.suyuan.trace.Detail;
import org.suyuan.trace.Direction;
import org.suyuan.trace.Fact;
import org.suyuan.trace.IntervalSet;
import org.suyuan.trace.Moment;
import org.suyuan.trace.Part;
import org.suyuan.trace.Role;
import org.suyuan.trace.Series;
import org.suyuan.trace.Statement;
import org.suyuan.trace.Timeline;
import org.suyuan.trace.Touch;
import org.suyuan.trace.TraceGraph;
import org.suyuan.trace.TraceStore;
import org.suyuan.trace.Tracing;
import org.suyuan.trace.Unit;
import org.suyuan.trace.Units;

/** One lot of a quarter of a million items, in ten thousand cases on two hundred pallets, at five hundred shops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecallScaleTest {
    private static final Series ITEMS = new Series(Series.Kind.ISSUED, "06901234567892/10");
    private static final Series PACKAGES = new Series(Series.Kind.SSCC, "06901234");
    private static final Unit MILK = new Unit(Series.LOTS, 1);
    private static final Unit LOT = new Unit(Series.LOTS, 2);
    private static final Instant MORNING = Instant.parse("2026-09-07T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-31T00:00:00Z");

    private static final int CASES = 10_000;
    private static final int ITEMS_A_CASE = 24;
    private static final int PALLETS = 200;
    private static final int SHOPS = 500;

    private final JdbcClient jdbc = client();
    private final TraceStore store = new PostgresTraceStore(jdbc);
    private long seq;

    @BeforeAll
    void theLotIsMadePackedAndDelivered() {
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(0, Fact.Kind.TRANSFORMED, null, "dairy", Part.of(Role.INPUT, MILK), made()));
        for (int box = 0; box < CASES; box++) {
            IntervalSet items = IntervalSet.of((long) box * ITEMS_A_CASE, (box + 1L) * ITEMS_A_CASE);
            statements.add(packed(1, new Unit(PACKAGES, box), new Part(Role.CHILD, ITEMS, items, null, null)));
        }
        int perPallet = CASES / PALLETS;
        for (int pallet = 0; pallet < PALLETS; pallet++) {
            Unit unit = new Unit(PACKAGES, 1_000_000 + pallet);
            statements.add(packed(2, unit, boxes(Role.CHILD, pallet * perPallet, perPallet)));
            statements.add(statement(3, Fact.Kind.OBSERVED, null, "wholesaler", Part.of(Role.EPC, unit)));
            statements.add(statement(4, Fact.Kind.UNPACKED, unit, "wholesaler", Part.of(Role.EMPTIED, unit)));
        }
        int perShop = CASES / SHOPS;
        for (int shop = 0; shop < SHOPS; shop++) {
            statements.add(
                    statement(5, Fact.Kind.OBSERVED, null, "shop " + shop, boxes(Role.EPC, shop * perShop, perShop)));
        }
        new PostgresFactLog(jdbc, new SeriesIds(jdbc)).append(statements);
        jdbc.sql("ANALYZE trace.run, trace.fact").update();
    }

    @Test
    void the_milk_is_followed_to_every_shop_in_groups() {
        TraceGraph graph = new Tracing(store, Bounds.RECALL).graph(MILK.alone(), Direction.FORWARD, LATER);
        assertThat(graph.truncated()).isFalse();
        assertThat(count(graph, ITEMS)).isEqualTo((long) CASES * ITEMS_A_CASE);
        assertThat(count(graph, PACKAGES)).isEqualTo(CASES + PALLETS);
        assertThat(graph.events().stream()
                        .filter(fact -> String.valueOf(fact.detail().place()).startsWith("shop")))
                .hasSize(SHOPS);
        assertThat(graph.nodes()).hasSizeLessThan(2 * SHOPS + 2 * PALLETS + 10);
    }

    @Test
    void what_is_too_much_for_a_page_is_cut_and_says_so() {
        Bounds narrow = new Bounds(1_000, 100, 20, 8, 8);
        TraceGraph graph = new Tracing(store, narrow).graph(MILK.alone(), Direction.FORWARD, LATER);
        assertThat(graph.truncated()).isTrue();
        assertThat(graph.nodes()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void the_story_of_an_item_costs_one_statement_for_itself_and_one_for_each_package_around_it() {
        CountingStore counting = new CountingStore(store);
        Timeline timeline = new Tracing(counting, Bounds.INTERACTIVE).timeline(new Unit(ITEMS, 100_000), LATER);
        assertThat(timeline.steps()).hasSize(6);
        assertThat(counting.reads).isEqualTo(3);
    }

    @Test
    void a_probe_is_a_range_of_the_primary_key() {
        List<String> plan = jdbc.sql("EXPLAIN (COSTS OFF) " + PostgresTraceStore.TOUCHING)
                .param("keys", new String[] {ITEMS.key()})
                .param("numbers", new int[] {1})
                .param("firsts", new long[] {100_000})
                .param("pasts", new long[] {100_001})
                .param("roles", new short[] {(short) Role.CHILD.ordinal()})
                .param("time", java.time.OffsetDateTime.ofInstant(LATER, ZoneOffset.UTC))
                .param("order", Long.MAX_VALUE)
                .param("limit", 100)
                .query(String.class)
                .list();
        assertThat(String.join("\n", plan))
                .contains("run_pkey", "Index Cond: ((series_id = s.id) AND (level = l.level) AND (\"position\" >")
                .doesNotContain("Seq Scan on run");
    }

    private static long count(TraceGraph graph, Series series) {
        return graph.nodes().stream()
                .filter(node -> node.series().equals(series))
                .mapToLong(node -> node.units().size())
                .sum();
    }

    private static Part made() {
        return new Part(Role.OUTPUT, ITEMS, IntervalSet.of(0, (long) CASES * ITEMS_A_CASE), null, LOT.position());
    }

    private static Part boxes(Role role, int first, int count) {
        return new Part(role, PACKAGES, IntervalSet.of(first, first + count), null, null);
    }

    private Statement packed(int hour, Unit into, Part children) {
        return statement(hour, Fact.Kind.PACKED, into, "dairy", children, Part.of(Role.PARENT, into));
    }

    private Statement statement(int hour, Fact.Kind kind, @Nullable Unit parent, String place, Part... parts) {
        long number = ++seq;
        Detail detail = new Detail(
                "event-" + number,
                "ObjectEvent",
                null,
                ZoneOffset.ofHours(8),
                null,
                null,
                place,
                null,
                null,
                null,
                null,
                null);
        Fact fact = new Fact(number, MORNING.plusSeconds(3600L * hour), kind, parent, detail);
        return new Statement(fact, "hash-" + number, List.of(parts), false);
    }

    private static JdbcClient client() {
        try {
            return JdbcClient.create(
                    new SingleConnectionDataSource(TestPostgres.freshDatabase().getConnection(), true));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class CountingStore implements TraceStore {
        private final TraceStore store;
        private int reads;

        CountingStore(TraceStore store) {
            this.store = store;
        }

        @Override
        public Found<Touch> touching(Units units, Set<Role> roles, Moment before, int limit) {
            reads++;
            return store.touching(units, roles, before, limit);
        }

        @Override
        public Found<Touch> parts(java.util.Collection<Long> seqs, Set<Role> roles, int limit) {
            reads++;
            return store.parts(seqs, roles, limit);
        }
    }
}
