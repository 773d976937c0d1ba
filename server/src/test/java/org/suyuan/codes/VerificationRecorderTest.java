package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.shared.PageRequest;
import org.suyuan.testing.TestPostgres;

/** Every verification is kept, and none waits for the disk. */
class VerificationRecorderTest {
    private static final Instant NOON = CodesWorld.START;

    @Test
    void checks_of_one_code_by_many_people_at_once_are_all_counted_in_the_answers_and_in_the_database()
            throws Exception {
        CodesWorld world = CodesWorld.shared();
        VerificationRecorder recorder = world.get(VerificationRecorder.class);
        String unit = unit();
        List<Long> counts = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(8)) {
            List<Callable<Long>> checks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                checks.add(() -> recorder.record(check(unit, NOON)).count());
            }
            for (Future<Long> count : people.invokeAll(checks)) {
                counts.add(count.get());
            }
        }
        assertThat(counts).doesNotHaveDuplicates().contains(1L, 400L);
        world.settle();
        assertThat(world.get(VerificationLog.class).checks(unit).count()).isEqualTo(400);
        assertThat(rows(world.jdbc(), unit)).isEqualTo(400);
        assertThat(recorder.checks(unit).count()).isEqualTo(400);
    }

    @Test
    void when_the_queue_is_full_the_request_writes_it_out_and_nothing_is_lost() {
        CodesWorld world = CodesWorld.fresh();
        VerificationRecorder recorder = world.get(VerificationRecorder.class);
        // Nobody but the requests themselves empties the queue now.
        recorder.stop();
        int checks = VerificationRecorder.QUEUE_MAX + VerificationRecorder.BULK_MAX + 7;
        String unit = unit();
        for (int i = 0; i < checks; i++) {
            recorder.record(check(i % 2 == 0 ? unit : null, NOON));
        }
        assertThat(rows(world.jdbc())).isGreaterThanOrEqualTo(VerificationRecorder.BULK_MAX);
        assertThat(recorder.checks(unit).count()).isEqualTo((checks + 1) / 2);
        recorder.stop();
        assertThat(rows(world.jdbc())).isEqualTo(checks);
        assertThat(world.get(VerificationLog.class).checks(unit).count()).isEqualTo((checks + 1) / 2);
        world.close();
    }

    @Test
    void a_shutdown_writes_what_is_queued() {
        DataSource database = TestPostgres.freshDatabase();
        String unit = unit();
        try (CodesWorld world = CodesWorld.on(database, CodesWorld.freshHome())) {
            for (int i = 0; i < 3_000; i++) {
                world.get(VerificationRecorder.class).record(check(unit, NOON.plusSeconds(i)));
            }
        }
        assertThat(rows(JdbcClient.create(database), unit)).isEqualTo(3_000);
    }

    @Test
    void when_the_database_refuses_the_records_wait_and_are_written_later() {
        CodesWorld world = CodesWorld.fresh();
        VerificationRecorder recorder = world.get(VerificationRecorder.class);
        recorder.stop();
        world.jdbc().sql("ALTER TABLE codes.verification RENAME TO away").update();
        String unit = unit();
        recorder.record(check(unit, NOON));
        assertThatThrownBy(recorder::write).hasMessageContaining("verification");
        assertThat(recorder.checks(unit).count()).isEqualTo(1);
        world.jdbc().sql("ALTER TABLE codes.away RENAME TO verification").update();
        recorder.write();
        assertThat(rows(world.jdbc(), unit)).isEqualTo(1);
        assertThat(recorder.checks(unit).count()).isEqualTo(1);
        world.close();
    }

    @Test
    void sightings_and_suspicion_read_back_as_they_were_written() {
        CodesWorld world = CodesWorld.shared();
        String unit = unit();
        VerificationRecorder recorder = world.get(VerificationRecorder.class);
        recorder.record(new VerificationRecord(
                NOON, unit, true, "x", VerdictCode.GENUINE, null, null, Sources.in(Sources.XIAMEN)));
        UnitChecks told = recorder.record(new VerificationRecord(
                NOON.plus(Duration.ofMinutes(40)),
                unit,
                true,
                "x",
                VerdictCode.SUSPICIOUS,
                "TOO_FAR_APART",
                null,
                Sources.in(Sources.NANJING)));
        world.settle();
        assertThat(world.get(VerificationLog.class).checks(unit)).isEqualTo(told);
        assertThat(told.suspicion()).isInstanceOf(Suspicion.TooFarApart.class);
    }

    @Test
    void the_history_of_a_unit_comes_newest_first_in_pages() {
        CodesWorld world = CodesWorld.shared();
        String unit = unit();
        for (int i = 0; i < 7; i++) {
            world.get(VerificationRecorder.class).record(check(unit, NOON.plusSeconds(i / 2)));
        }
        world.settle();
        List<Instant> times = new ArrayList<>();
        String cursor = null;
        do {
            var page = world.get(VerificationLog.class).history(unit, new PageRequest(2, cursor, true));
            assertThat(page.total()).isEqualTo(7);
            page.items().forEach(check -> times.add(check.at()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(times).hasSize(7).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void repetitions_are_kept_as_rows_but_not_counted() {
        CodesWorld world = CodesWorld.shared();
        VerificationRecorder recorder = world.get(VerificationRecorder.class);
        String unit = unit();
        for (int i = 0; i < 5; i++) {
            Source phone = Sources.phone("phone " + i % 2);
            assertThat(recorder.record(check(unit, NOON.plusSeconds(i), phone)).count())
                    .isEqualTo(1 + i % 2);
        }
        world.settle();
        assertThat(world.get(VerificationLog.class).checks(unit).count()).isEqualTo(2);
        assertThat(rows(world.jdbc(), unit)).isEqualTo(5);
        assertThat(world.get(VerificationLog.class)
                        .history(unit, new PageRequest(2, null, true))
                        .total())
                .isEqualTo(5);
    }

    private static String unit() {
        return "urn:suyuan:test:" + UUID.randomUUID();
    }

    private static VerificationRecord check(@Nullable String unit, Instant at) {
        return check(unit, at, Sources.unknown());
    }

    private static VerificationRecord check(@Nullable String unit, Instant at, Source source) {
        return new VerificationRecord(at, unit, true, "text", VerdictCode.GENUINE, null, null, source);
    }

    private static long rows(JdbcClient jdbc, String unit) {
        return jdbc.sql("SELECT count(*) FROM codes.verification WHERE unit = :unit")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    private static long rows(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM codes.verification")
                .query(Long.class)
                .single();
    }
}
