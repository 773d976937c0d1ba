package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.identity.LoginSteps.Kind;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.TooManyRequests;
import org.suyuan.testing.SettableClock;
import org.suyuan.testing.TestPostgres;

/** Invitations, codes and steps: what is good once, and for how long. */
class ProofsTest {
    private static final ActorId ADMIN = new ActorId(new UUID(1, 1));
    private static final ActorId LIN = new ActorId(new UUID(1, 2));
    private static final Source OFFICE = Source.of("198.51.100.1");

    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase());
    private final SettableClock clock = new SettableClock("2026-09-01T08:00:00Z");
    private final Invitations invitations = new Invitations(jdbc, clock);
    private final SealedSecrets secrets = new SealedSecrets(new byte[32]);
    private final Authenticators authenticators = new Authenticators(jdbc, secrets, clock);
    private final RecoveryCodes recoveryCodes = new RecoveryCodes(jdbc, clock);
    private final LoginSteps steps = new LoginSteps(jdbc, clock);

    @BeforeEach
    void lin_has_an_account() {
        TestAccounts.insert(jdbc, LIN, "lin");
    }

    @Test
    void an_invitation_is_accepted_once() {
        var issued = invitations.issue(ADMIN, LIN);

        assertThat(invitations.open(issued.token()).orElseThrow().account()).isEqualTo(LIN);
        assertThat(invitations.accept(issued.token())).contains(LIN);
        assertThat(invitations.accept(issued.token())).isEmpty();
        assertThat(invitations.open(issued.token())).isEmpty();
    }

    @Test
    void an_invitation_is_over_after_a_week() {
        var issued = invitations.issue(ADMIN, LIN);

        clock.advance(Duration.ofDays(7));

        assertThat(invitations.accept(issued.token())).isEmpty();
        assertThat(invitations.of(LIN).getFirst().state()).isEqualTo(Invitations.State.EXPIRED);
    }

    @Test
    void a_new_invitation_takes_the_place_of_the_old_and_each_can_be_taken_back() {
        var first = invitations.issue(ADMIN, LIN);
        var second = invitations.issue(ADMIN, LIN);

        assertThat(invitations.accept(first.token())).isEmpty();
        assertThat(invitations.open(second.token())).isPresent();
        assertThat(invitations.revoke(ADMIN, LIN)).isTrue();
        assertThat(invitations.accept(second.token())).isEmpty();
        assertThat(invitations.of(LIN))
                .extracting(Invitations.Invitation::state)
                .containsExactly(Invitations.State.REVOKED, Invitations.State.REVOKED);
    }

    @Test
    void the_database_holds_no_token_that_opens_anything() {
        var issued = invitations.issue(ADMIN, LIN);

        byte[] kept = jdbc.sql("SELECT token_hash FROM identity.invitation")
                .query(byte[].class)
                .single();

        assertThat(kept).isEqualTo(issued.token().hash()).hasSize(32);
        assertThat(issued.token().text()).hasSize(43);
        assertThat(issued.token()).hasToString("one-time token");
    }

    @Test
    void an_app_counts_once_it_has_shown_a_right_code() {
        byte[] secret = authenticators.start(LIN).orElseThrow();

        assertThat(authenticators.isEnrolled(LIN)).isFalse();
        assertThat(authenticators.confirm(LIN, "000000")).isFalse();
        assertThat(authenticators.confirm(LIN, codeOf(secret))).isTrue();
        assertThat(authenticators.isEnrolled(LIN)).isTrue();
        assertThat(authenticators.start(LIN))
                .as("it is not replaced behind one's back")
                .isEmpty();
    }

    @Test
    void a_code_is_taken_once() {
        byte[] secret = authenticators.start(LIN).orElseThrow();
        authenticators.confirm(LIN, codeOf(secret));

        assertThat(authenticators.accept(LIN, codeOf(secret)))
                .as("the code that confirmed")
                .isFalse();
        clock.advance(Totp.STEP);
        assertThat(authenticators.accept(LIN, codeOf(secret))).isTrue();
        assertThat(authenticators.accept(LIN, codeOf(secret))).isFalse();
    }

    @Test
    void the_database_does_not_show_the_secret_of_an_app() {
        byte[] secret = authenticators.start(LIN).orElseThrow();

        byte[] kept = jdbc.sql("SELECT sealed_secret FROM identity.totp")
                .query(byte[].class)
                .single();

        assertThat(HexFormat.of().formatHex(kept)).doesNotContain(HexFormat.of().formatHex(secret));
        assertThat(secrets.open(kept, "totp/" + LIN)).isEqualTo(secret);
    }

    @Test
    void a_recovery_code_is_good_once_however_it_is_typed() {
        List<String> codes = recoveryCodes.replace(LIN);

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(recoveryCodes.use(LIN, codes.getFirst().toUpperCase().replace("-", " ")))
                .isTrue();
        assertThat(recoveryCodes.use(LIN, codes.getFirst())).isFalse();
        assertThat(recoveryCodes.left(LIN)).isEqualTo(9);
        assertThat(recoveryCodes.use(ADMIN, codes.get(1)))
                .as("another person's")
                .isFalse();
    }

    @Test
    void fresh_recovery_codes_take_the_place_of_the_old() {
        String old = recoveryCodes.replace(LIN).getFirst();
        recoveryCodes.replace(LIN);

        assertThat(recoveryCodes.use(LIN, old)).isFalse();
        assertThat(recoveryCodes.left(LIN)).isEqualTo(10);
    }

    @Test
    void a_step_is_taken_once_within_minutes_and_for_what_it_was_begun() {
        var token = steps.begin(Kind.SECOND_FACTOR, LIN, "PASSWORD", OFFICE);

        assertThat(steps.take(Kind.PASSKEY_LOGIN, token)).isEmpty();
        assertThat(steps.peek(Kind.SECOND_FACTOR, token).orElseThrow().account())
                .isEqualTo(LIN);
        assertThat(steps.take(Kind.SECOND_FACTOR, token)).isPresent();
        assertThat(steps.take(Kind.SECOND_FACTOR, token)).isEmpty();

        var late = steps.begin(Kind.PASSKEY_LOGIN, null, "challenge", OFFICE);
        clock.advance(LoginSteps.LIFETIME);
        assertThat(steps.take(Kind.PASSKEY_LOGIN, late)).isEmpty();
    }

    @Test
    void one_address_cannot_fill_the_table_with_steps_it_never_takes() {
        for (int i = 0; i < LoginSteps.OPEN_FROM_SOURCE_MAX; i++) {
            steps.begin(Kind.PASSKEY_LOGIN, null, "challenge", OFFICE);
        }

        assertThatThrownBy(() -> steps.begin(Kind.PASSKEY_LOGIN, null, "challenge", OFFICE))
                .isInstanceOf(TooManyRequests.class);
        steps.begin(Kind.PASSKEY_LOGIN, null, "challenge", Source.of("198.51.100.2"));
    }

    private String codeOf(byte[] secret) {
        return Totp.code(secret, Totp.stepAt(clock.instant()), Totp.DIGITS);
    }
}
