package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.identity.LoginGuard.Attempt;
import org.suyuan.identity.LoginGuard.Kind;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.TooManyRequests;
import org.suyuan.testing.SettableClock;
import org.suyuan.testing.TestPostgres;

class LoginGuardTests {
    private static final ActorId LIN = new ActorId(new UUID(1, 1));

    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase());
    private final SettableClock clock = new SettableClock("2026-09-01T08:00:00Z");
    private final LoginGuard guard = new LoginGuard(jdbc, clock);

    @Test
    void a_name_waits_after_five_failures_and_twice_as_long_after_each_further_one() {
        fail("lin", "198.51.100.1", LoginGuard.NAME_FAILURES_MAX);

        assertThat(waitOf("lin", "198.51.100.2")).isEqualTo(30);
        clock.advance(Duration.ofSeconds(31));
        fail("lin", "198.51.100.3", 1);
        assertThat(waitOf("lin", "198.51.100.4")).isEqualTo(60);
        clock.advance(Duration.ofSeconds(61));
        fail("lin", "198.51.100.5", 1);
        assertThat(waitOf("lin", "198.51.100.6")).isEqualTo(120);
    }

    @Test
    void nobody_is_shut_out_for_longer_than_a_quarter_of_an_hour() {
        fail("lin", "198.51.100.1", LoginGuard.NAME_FAILURES_MAX);
        for (int i = 0; i < 30; i++) {
            clock.advance(LoginGuard.DELAY_MAX.plusSeconds(1));
            fail("lin", "198.51.100." + (10 + i), 1);
        }

        assertThat(waitOf("lin", "203.0.113.1")).isEqualTo(LoginGuard.DELAY_MAX.toSeconds());
    }

    @Test
    void a_source_waits_after_trying_many_names() {
        for (int i = 0; i < LoginGuard.SOURCE_FAILURES_MAX; i++) {
            fail("name-" + i, "198.51.100.1", 1);
        }

        assertThat(waitOf("another", "198.51.100.1")).isEqualTo(30);
        assertThat(waitOf("another", "198.51.100.2")).isZero();
    }

    @Test
    void an_own_account_does_not_wash_a_source_clean() {
        for (int i = 0; i < LoginGuard.SOURCE_FAILURES_MAX - 1; i++) {
            fail("name-" + i, "198.51.100.1", 1);
            succeed("lin", "198.51.100.1");
        }
        fail("one-more", "198.51.100.1", 1);

        assertThat(waitOf("another", "198.51.100.1")).isEqualTo(30);
    }

    @Test
    void a_success_lets_a_name_start_afresh() {
        fail("lin", "198.51.100.1", LoginGuard.NAME_FAILURES_MAX - 1);
        succeed("lin", "198.51.100.1");
        fail("lin", "198.51.100.1", LoginGuard.NAME_FAILURES_MAX - 1);

        assertThat(waitOf("lin", "198.51.100.1")).isZero();
    }

    @Test
    void failures_are_forgotten_after_half_a_day() {
        fail("lin", "198.51.100.1", LoginGuard.NAME_FAILURES_MAX);
        clock.advance(LoginGuard.MEMORY.plusSeconds(1));
        fail("lin", "198.51.100.1", 1);

        assertThat(waitOf("lin", "198.51.100.1")).isZero();
    }

    @Test
    void attempts_at_the_same_moment_do_not_slip_through() throws Exception {
        int attempts = 50;
        CountDownLatch start = new CountDownLatch(1);
        int admitted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < attempts; i++) {
                String source = "198.51.100." + i;
                results.add(threads.submit(() -> {
                    start.await();
                    return waitOf("lin", source) == 0;
                }));
            }
            start.countDown();
            for (Future<Boolean> result : results) {
                admitted += result.get() ? 1 : 0;
            }
        }

        assertThat(admitted).isEqualTo(LoginGuard.NAME_FAILURES_MAX);
    }

    @Test
    void every_attempt_that_was_looked_at_leaves_a_row() {
        fail("lin", "198.51.100.1", 2);
        succeed("lin", "2001:db8:1:2:3:4:5:6");

        assertThat(jdbc.sql("SELECT result || ' ' || name || ' ' || source FROM identity.login_attempt ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "REFUSED lin 198.51.100.1", "REFUSED lin 198.51.100.1", "SUCCESS lin 20010db800010002::/64");
    }

    private void fail(String name, String source, int times) {
        for (int i = 0; i < times; i++) {
            Attempt attempt = new Attempt(Kind.PERSON, name, Source.of(source));
            guard.admit(attempt);
            guard.refused(attempt, null);
        }
    }

    private void succeed(String name, String source) {
        Attempt attempt = new Attempt(Kind.PERSON, name, Source.of(source));
        guard.admit(attempt);
        guard.succeeded(attempt, LIN);
    }

    /** Seconds to wait, 0 when the attempt is let in. */
    private long waitOf(String name, String source) {
        try {
            guard.admit(new Attempt(Kind.PERSON, name, Source.of(source)));
            return 0;
        } catch (TooManyRequests wait) {
            return wait.retryAfterSeconds();
        }
    }
}
