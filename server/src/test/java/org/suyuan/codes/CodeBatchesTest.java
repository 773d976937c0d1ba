package org.suyuan.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.SupervisionCode;
import org.suyuan.events.IssuedSerials;
import org.suyuan.registry.Operator;
import org.suyuan.registry.Product;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

class CodeBatchesTest {
    private static final String URL = "https://suyuan.example";

    private final CodesWorld world = CodesWorld.shared();
    private final CodeBatches batches = world.get(CodeBatches.class);

    @Test
    void a_thousand_million_codes_are_one_row() throws IOException {
        Product product = world.product();
        CodeBatch batch = world.issue(product, CodeKind.GS1_SERIAL, 1_000_000_000L);
        long rows = world.jdbc()
                .sql("SELECT count(*) FROM codes.batch WHERE product_id = :id")
                .param("id", product.id().value())
                .query(Long.class)
                .single();
        assertThat(rows).isEqualTo(1);
        String last = text(
                batches.codes(CodesWorld.STATE, batch.id(), 999_999_999L, null).orElseThrow(), CodeFormat.CSV);
        assertThat(last).startsWith(world.code(batch, 999_999_999L) + ",").hasLineCount(1);
    }

    @Test
    void batches_ordered_at_the_same_time_neither_overlap_nor_leave_gaps() throws Exception {
        Product product = world.product();
        List<CodeBatch> issued = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<CodeBatch>> orders = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                long quantity = i;
                orders.add(() -> world.issue(product, CodeKind.SUPERVISION, quantity));
            }
            for (Future<CodeBatch> order : threads.invokeAll(orders)) {
                issued.add(order.get());
            }
        }
        issued.sort(Comparator.comparingLong(CodeBatch::from));
        long next = 0;
        Set<SeriesKey> series = new HashSet<>();
        for (CodeBatch batch : issued) {
            assertThat(batch.from()).isEqualTo(next);
            next += batch.quantity();
            series.add(batch.series());
        }
        assertThat(next).isEqualTo(40 * 41 / 2);
        assertThat(series).hasSize(1);
    }

    @Test
    void a_series_issues_no_more_than_its_capacity_and_says_how_many_are_left() {
        Product product = world.product();
        world.issue(product, CodeKind.SUPERVISION, 999_999_990L);
        assertThatThrownBy(() -> world.issue(product, CodeKind.SUPERVISION, 11))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(CodesProblem.SERIES_FULL))
                .hasMessageContaining("quantity: 11 (expected: <= 10");
        CodeBatch rest = world.issue(product, CodeKind.SUPERVISION, 10);
        assertThat(rest.from() + rest.quantity()).isEqualTo(CodeKind.SUPERVISION.capacity());
    }

    @Test
    void every_fault_of_an_order_is_named_and_nothing_is_issued() {
        Product ownCodeOnly = world.product(world.operator("350206"), null);
        assertThatThrownBy(() -> batches.issue(
                        CodesWorld.STATE,
                        new BatchRequest(ownCodeOnly.id(), null, CodeKind.GS1_SERIAL, 0, "批次", "x".repeat(501))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        bad -> assertThat(bad.errors())
                                .extracting(error -> error.pointer() + " " + error.rule())
                                .containsExactlyInAnyOrder(
                                        "/productId needs-gtin", "/quantity range", "/lot lot-number", "/note range"));
        assertThat(batches.list(CodesWorld.STATE, filter(ownCodeOnly), new PageRequest(30, null, true))
                        .total())
                .isZero();
    }

    @Test
    void a_download_lists_each_code_once_with_its_link_and_element_string() throws IOException {
        Product product = world.product();
        String gtin = gtin(product).value();
        CodeBatch batch = batches.issue(
                CodesWorld.STATE, new BatchRequest(null, gtin(product), CodeKind.GS1_SERIAL, 10_000, "L,1", null));
        List<String> lines = text(codes(batch, 0, null), CodeFormat.CSV).lines().toList();
        String first = world.code(batch, 0);
        assertThat(lines).hasSize(10_001).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).isEqualTo("serial,digitalLink,elementString");
        assertThat(lines.get(1))
                .isEqualTo("%s,https://suyuan.example/01/%s/21/%s,\"(01)%s(10)L,1(21)%s\""
                        .formatted(first, gtin, first, gtin, first));
        assertThat(text(codes(batch, 0, 1L), CodeFormat.NDJSON))
                .isEqualTo("""
                        {"serial":"%s","digitalLink":"https://suyuan.example/01/%s/21/%s","elementString":"(01)%s(10)L,1(21)%s"}
                        """.formatted(first, gtin, first, gtin, first));
    }

    @Test
    void a_broken_download_goes_on_where_it_broke() throws IOException {
        CodeBatch batch = world.issue(world.product(), CodeKind.SUPERVISION, 9_000);
        String whole = text(codes(batch, 0, null), CodeFormat.CSV);
        String parts = text(codes(batch, 0, 5_000L), CodeFormat.CSV) + text(codes(batch, 5_000, null), CodeFormat.CSV);
        assertThat(parts).isEqualTo(whole).hasLineCount(9_001);
        assertThatThrownBy(() -> codes(batch, 9_000, null)).hasMessageContaining("from: 9000 (expected: 0 … 8999)");
        assertThatThrownBy(() -> codes(batch, 8_000, 1_001L)).hasMessageContaining("expected: 1 … 1000");
    }

    @Test
    void two_hundred_thousand_codes_stream_in_small_pieces_through_little_memory() throws IOException {
        CodeBatch batch = world.issue(world.product(), CodeKind.GS1_SERIAL, 200_000);
        Meter meter = new Meter();
        codes(batch, 0, 8_192L).write(CodeFormat.CSV, URL, meter);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        codes(batch, 0, null).write(CodeFormat.CSV, URL, meter);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(meter.largest).isLessThan(BatchCodes.CHUNK * 200);
        assertThat(meter.total).isGreaterThan(200_000L * 80);
        assertThat(allocated).isLessThan(meter.total / 4);
    }

    @Test
    void supervision_codes_have_seven_digits_of_the_product_and_four_that_only_the_key_can_make() {
        Product product = world.product();
        CodeBatch batch = world.issue(product, CodeKind.SUPERVISION, 1_000);
        String code = world.code(batch, 0);
        assertThat(code).hasSize(20).startsWith(batch.series().seriesClass());
        assertThat(code.charAt(0)).isBetween('1', '7');
        String other = world.code(batch, 1);
        assertThat(other.substring(7, 16)).isNotEqualTo(code.substring(7, 16));
    }

    @Test
    void positions_come_back_from_serials_and_from_supervision_codes() {
        Product product = world.product();
        CodeBatch serials = world.issue(product, CodeKind.GS1_SERIAL, 5_000);
        CodeBatch supervision = world.issue(product, CodeKind.SUPERVISION, 5_000);
        IssuedSerials numbering = world.get(IssuedSerials.class);
        List<String> texts = new ArrayList<>();
        List<SupervisionCode> codes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            texts.add(world.code(serials, i));
            codes.add(new SupervisionCode(world.code(supervision, i)));
        }
        texts.add("A17");
        texts.add("9912345678901234");
        String wrongCheck = codes.getFirst().value();
        char last = wrongCheck.charAt(19);
        codes.add(new SupervisionCode(wrongCheck.substring(0, 19) + (last == '9' ? '0' : (char) (last + 1))));
        IssuedSerials.Decoded ofTexts = numbering.decodeSerials(gtin(product), texts);
        IssuedSerials.Decoded ofCodes = numbering.decodeSupervision(codes);
        for (int i = 0; i < 100; i++) {
            assertThat(ofTexts.positions()[i]).isEqualTo(serials.from() + i);
            assertThat(ofCodes.positions()[i]).isEqualTo(supervision.from() + i);
            assertThat(numbering.serial(gtin(product), ofTexts.keyVersions()[i], ofTexts.positions()[i]))
                    .isEqualTo(texts.get(i));
            assertThat(numbering.supervisionCode(
                            supervision.series().seriesClass(), ofCodes.keyVersions()[i], ofCodes.positions()[i]))
                    .isEqualTo(codes.get(i));
        }
        assertThat(ofTexts.keyVersions()).endsWith(0, 0);
        assertThat(ofCodes.keyVersions()).endsWith(0);
    }

    @Test
    void an_operator_sees_its_own_batches_and_an_office_those_of_its_region() {
        Operator here = world.operator("350206");
        Operator elsewhere = world.operator("320106");
        CodeBatch ours = world.issue(world.product(here, CodesWorld.nextGtin()), CodeKind.GS1_SERIAL, 5);
        CodeBatch theirs = world.issue(world.product(elsewhere, CodesWorld.nextGtin()), CodeKind.GS1_SERIAL, 5);
        Actor own = CodesWorld.actor(new Scope.OwnOperator(here.id()));
        Actor fujian = CodesWorld.actor(new Scope.Jurisdiction("/35/"));
        Actor nothing = CodesWorld.actor(new Scope.Nothing());
        for (Actor actor : List.of(own, fujian)) {
            assertThat(batches.find(actor, ours.id())).contains(ours);
            assertThat(batches.find(actor, theirs.id())).isEmpty();
            assertThat(batches.codes(actor, theirs.id(), 0, null)).isEmpty();
        }
        assertThat(batches.list(own, BatchFilter.ALL, new PageRequest(30, null, true))
                        .items())
                .containsExactly(ours);
        assertThat(batches.list(nothing, BatchFilter.ALL, new PageRequest(30, null, true))
                        .total())
                .isZero();
        assertThatThrownBy(() -> batches.issue(
                        own, new BatchRequest(theirs.product(), null, CodeKind.GS1_SERIAL, 1, null, null)))
                .hasMessageContaining("no such product");
    }

    @Test
    void pages_of_batches_follow_each_other_newest_first() {
        Product product = world.product();
        List<BatchId> newestFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            world.clock.advance(Duration.ofMillis(5));
            newestFirst.addFirst(world.issue(product, CodeKind.GS1_SERIAL, 1).id());
        }
        List<BatchId> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = batches.list(CodesWorld.STATE, filter(product), new PageRequest(3, cursor, false));
            page.items().forEach(batch -> seen.add(batch.id()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).isEqualTo(newestFirst);
    }

    private BatchCodes codes(CodeBatch batch, long from, @Nullable Long count) {
        return batches.codes(CodesWorld.STATE, batch.id(), from, count).orElseThrow();
    }

    private static String text(BatchCodes codes, CodeFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codes.write(format, URL, out);
        return out.toString(UTF_8);
    }

    private static BatchFilter filter(Product product) {
        return new BatchFilter(product.id(), null, null, null);
    }

    private static Gtin gtin(Product product) {
        return Objects.requireNonNull(product.gtin());
    }

    /** Throws away what it gets and remembers how much. */
    private static final class Meter extends OutputStream {
        private long total;
        private int largest;

        @Override
        public void write(int b) {
            total++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            total += length;
            largest = Math.max(largest, length);
        }
    }
}
