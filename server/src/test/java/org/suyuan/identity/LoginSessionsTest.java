package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.identity.LoginSessions.LoginSession;
import org.suyuan.identity.LoginSessions.Method;
import org.suyuan.identity.LoginSessions.Place;
import org.suyuan.identity.LoginSessions.Proof;
import org.suyuan.shared.ActorId;
import org.suyuan.testing.SettableClock;
import org.suyuan.testing.TestPostgres;

class LoginSessionsTest {
    private static final ActorId LIN = new ActorId(new UUID(1, 2));
    private static final Place OFFICE = new Place("198.51.100.1", "Firefox · Windows");

    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase());
    private final SettableClock clock = new SettableClock("2026-09-01T08:00:00Z");
    private final LoginSessions sessions = new LoginSessions(jdbc, clock);
    private Account lin = TestAccounts.insert(jdbc, LIN, "lin");

    @BeforeEach
    void nothing_but_lin() {
        assertThat(sessions.of(lin)).isEmpty();
    }

    @Test
    void a_session_ends_twelve_hours_after_it_began_however_busy_it_is() {
        LoginSession session = start();

        for (int hour = 1; hour < 12; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(sessions.use(session.id())).as("hour " + hour).isPresent();
        }
        clock.advance(Duration.ofHours(1));
        assertThat(sessions.use(session.id())).isEmpty();
        assertThat(sessions.of(lin)).isEmpty();
    }

    @Test
    void a_session_that_nobody_uses_ends_after_eight_hours() {
        LoginSession session = start();

        clock.advance(Duration.ofHours(8).minusSeconds(1));
        assertThat(sessions.use(session.id())).isPresent();
        clock.advance(Duration.ofHours(3));
        assertThat(sessions.use(session.id())).as("used in between").isPresent();

        LoginSession idle = start();
        clock.advance(Duration.ofHours(8));
        assertThat(sessions.use(idle.id())).isEmpty();
    }

    @Test
    void the_list_shows_what_lives_with_its_place_and_its_last_use() {
        LoginSession first = start();
        clock.advance(Duration.ofMinutes(10));
        LoginSession second = start();
        clock.advance(Duration.ofMinutes(10));
        sessions.use(first.id());

        assertThat(sessions.of(lin)).extracting(LoginSession::id).containsExactly(second.id(), first.id());
        LoginSession shown = sessions.of(lin).getLast();
        assertThat(shown.place()).isEqualTo(OFFICE);
        assertThat(shown.lastUsedAt()).isEqualTo(clock.instant());
        assertThat(shown.startedAt()).isEqualTo(clock.instant().minus(Duration.ofMinutes(20)));
    }

    @Test
    void a_revoked_session_is_over_and_nobody_revokes_a_strangers() {
        LoginSession session = start();

        assertThat(sessions.end(session.id(), new ActorId(new UUID(9, 9)), LIN)).isFalse();
        assertThat(sessions.use(session.id())).isPresent();
        assertThat(sessions.end(session.id(), LIN, LIN)).isTrue();
        assertThat(sessions.use(session.id())).isEmpty();
        assertThat(sessions.end(session.id(), LIN, LIN)).isFalse();
    }

    @Test
    void all_others_end_and_this_one_stays() {
        LoginSession here = start();
        start();
        start();

        assertThat(sessions.endAll(LIN, here.id(), LIN)).isEqualTo(2);
        assertThat(sessions.of(lin)).extracting(LoginSession::id).containsExactly(here.id());
        assertThat(sessions.endAll(LIN, null, LIN)).isEqualTo(1);
    }

    private LoginSession start() {
        return sessions.start(lin, new Proof(Method.PASSWORD, false), OFFICE);
    }
}
