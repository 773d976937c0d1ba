package org.suyuan.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.postgres.EmbeddedPostgres.Access;
import org.suyuan.testing.ChildJvm;
import org.suyuan.testing.TestPostgres;

/** Each rung is told exactly once, by however many instances, through crashes. */
class EscalationTest {
    private static final int CLOCKS = 300;

    @Test
    void a_rung_is_told_when_its_time_has_come_and_never_again() {
        DeadlinesWorld world = new DeadlinesWorld("2026-09-21T10:00:00+08:00");
        ClockId id = world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00");
        List<Object> heard = new ArrayList<>();
        Escalation escalation = world.escalation(heard::add);

        world.clock.set("2026-09-29T07:59:59+08:00");
        assertThat(escalation.tell()).isZero();
        world.clock.set("2026-09-29T08:00:00+08:00");
        assertThat(escalation.tell()).isEqualTo(1);
        assertThat(escalation.tell()).isZero();
        world.clock.set("2026-12-01T08:00:00+08:00");
        assertThat(escalation.tell()).isEqualTo(2);
        assertThat(escalation.tell()).isZero();

        assertThat(heard).extracting(event -> ((RungReached) event).rung()).containsExactly("-2wd", "due", "+1wd");
        RungReached first = (RungReached) heard.getFirst();
        assertThat(first.clock()).isEqualTo(id);
        assertThat(first.rule()).isEqualTo("complaint-acceptance");
        assertThat(first.due().day()).isEqualTo("2026-10-08");
        assertThat(first.subject().title()).isEqualTo("甲的投诉");
    }

    @Test
    void a_suspended_or_stopped_clock_tells_nothing_and_a_told_rung_stays_told() {
        DeadlinesWorld world = new DeadlinesWorld("2026-09-29T09:00:00+08:00");
        ClockId suspended = world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00");
        ClockId stopped = world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00");
        List<Object> heard = new ArrayList<>();
        Escalation escalation = world.escalation(heard::add);
        assertThat(escalation.tell()).isEqualTo(2); // -2wd of both
        world.clocks.suspend(Officers.BOTH, suspended, world.clock.instant(), "送检", "第二十二条");
        world.clocks.stop(Officers.BOTH, stopped, world.clock.instant(), null);
        world.clock.set("2026-11-16T09:00:00+08:00");
        assertThat(escalation.tell()).isZero();

        world.clocks.resume(Officers.BOTH, suspended, world.clock.instant(), null);
        world.clock.set("2026-12-31T09:00:00+08:00");
        assertThat(escalation.tell()).isEqualTo(2);
        assertThat(heard)
                .extracting(event -> ((RungReached) event).rung())
                .containsExactly("-2wd", "-2wd", "due", "+1wd");
    }

    @Test
    void an_event_that_cannot_be_published_leaves_its_rung_untold() {
        DeadlinesWorld world = new DeadlinesWorld("2026-11-22T10:00:00+08:00");
        world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00");
        Escalation failing = world.escalation(event -> {
            throw new IllegalStateException("the listener's registry is down");
        });
        assertThatThrownBy(failing::tell).isInstanceOf(IllegalStateException.class);
        assertThat(world.escalation(event -> {}).tell()).isEqualTo(3);
    }

    /**
     * One instance is killed with its transaction open, after it has published part of its batch; then two others go on at the
     * same time. What was heard is a table in the same database, as Modulith's registry of events is.
     */
    @Test
    void two_instances_and_a_kill_in_the_middle_tell_each_rung_exactly_once() throws Exception {
        Access access = TestPostgres.freshDatabaseAccess();
        DataSource database = database(access.url(), access.user(), access.password());
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE TABLE public.heard (rung text NOT NULL)").update();
        DeadlinesWorld world = new DeadlinesWorld(database, "2026-11-22T10:00:00+08:00");
        world.transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < CLOCKS; i++) {
                world.start("complaint-acceptance", "2026-09-21T10:00:00+08:00");
            }
        });

        try (ChildJvm instance =
                ChildJvm.running(DyingInstance.class, access.url(), access.user(), access.password())) {
            instance.until("in the middle");
            int others = world.escalation(event -> write(jdbc, event)).tell();
            assertThat(others)
                    .as("what the first instance holds is passed over, not waited for")
                    .isEqualTo(Escalation.BATCH);
            instance.kill();
        }
        inParallel(() -> tellAll(new DeadlinesWorld(database, "2026-11-22T10:00:00+08:00"), jdbc));

        List<String> heard =
                jdbc.sql("SELECT rung FROM public.heard").query(String.class).list();
        assertThat(heard).hasSize(CLOCKS * 3);
        assertThat(new HashSet<>(heard)).hasSize(CLOCKS * 3);
    }

    private static int tellAll(DeadlinesWorld world, JdbcClient jdbc) {
        Escalation escalation = world.escalation(event -> write(jdbc, event));
        int told = 0;
        for (int last = escalation.tell(); last > 0; last = escalation.tell()) {
            told += last;
        }
        return told;
    }

    private static void inParallel(Callable<Integer> instance) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> instances = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                instances.add(threads.submit(() -> {
                    together.await();
                    return instance.call();
                }));
            }
            for (Future<Integer> one : instances) {
                one.get();
            }
        }
    }

    static void write(JdbcClient jdbc, Object event) {
        RungReached reached = (RungReached) event;
        jdbc.sql("INSERT INTO public.heard VALUES (:rung)")
                .param("rung", reached.clock() + " " + reached.rung())
                .update();
    }

    static DataSource database(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Another instance of the platform: stops half-way through a batch, with the transaction open, and waits for the worst. */
    static final class DyingInstance {
        private static final int HALF = Escalation.BATCH / 2;

        public static void main(String[] arguments) {
            DataSource database = database(arguments[0], arguments[1], arguments[2]);
            JdbcClient jdbc = JdbcClient.create(database);
            DeadlinesWorld world = new DeadlinesWorld(database, "2026-11-22T10:00:00+08:00");
            List<Object> told = new ArrayList<>();
            world.escalation(event -> {
                        write(jdbc, event);
                        told.add(event);
                        if (told.size() == HALF) {
                            System.out.println("in the middle");
                            waitForever();
                        }
                    })
                    .tell();
        }

        private static void waitForever() {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
