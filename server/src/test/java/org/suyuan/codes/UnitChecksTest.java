package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suyuan.registry.GeoPoint;

class UnitChecksTest {
    private static final Thresholds THRESHOLDS = thresholds(Duration.ofMinutes(10));
    private static final Thresholds EVERY_LOOK_COUNTS = thresholds(Duration.ZERO);
    private static final Instant NOON = Instant.parse("2026-09-12T04:00:00Z");

    /** R1.4: other channels tell in the evening what was asked at noon. */
    @Test
    void a_check_told_late_counts_at_its_own_time() {
        UnitChecks checks = UnitChecks.NONE
                .with(check(NOON, Sources.in(Sources.XIAMEN)), THRESHOLDS)
                .with(check(NOON.plus(Duration.ofHours(9)), Sources.in(Sources.XIAMEN)), THRESHOLDS);
        assertThat(checks.suspicion()).isNull();
        UnitChecks late =
                checks.with(check(NOON.plus(Duration.ofMinutes(40)), Sources.in(Sources.NANJING)), THRESHOLDS);
        assertThat(late.suspicion()).isInstanceOf(Suspicion.TooFarApart.class);
        UnitChecks earlier = checks.with(check(NOON.minus(Duration.ofHours(5)), Sources.unknown()), THRESHOLDS);
        assertThat(earlier.firstAt()).isEqualTo(NOON.minus(Duration.ofHours(5)));
        assertThat(earlier.suspicion()).isNull();
    }

    @Test
    void telling_checks_out_of_order_hides_nothing() {
        long seed = 415;
        Random random = new Random(seed);
        int suspicious = 0;
        for (int round = 0; round < 500; round++) {
            List<VerificationRecord> checks = new ArrayList<>();
            int size = 2 + random.nextInt(30);
            for (int i = 0; i < size; i++) {
                Instant at = NOON.plus(Duration.ofMinutes(random.nextInt(6_000)));
                checks.add(check(at, source(random)));
            }
            boolean inOrder = after(checks).suspicion() != null;
            suspicious += inOrder ? 1 : 0;
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                Collections.shuffle(checks, random);
                UnitChecks told = after(checks);
                assertThat(told.count()).isEqualTo(size);
                if (inOrder) {
                    assertThat(told.suspicion())
                            .as("seed %d round %d", seed, round)
                            .isNotNull();
                }
            }
        }
        assertThat(suspicious).isBetween(50, 450);
    }

    @Test
    void who_reloads_a_page_has_not_checked_again_and_hears_the_same_number() {
        VerificationRecord mine = check(NOON, Sources.phone("me"));
        VerificationRecord others = check(NOON.plusSeconds(60), Sources.phone("somebody else"));
        VerificationRecord reload = check(NOON.plus(Duration.ofMinutes(9)), Sources.phone("me"));
        UnitChecks checks = UnitChecks.NONE.with(mine, THRESHOLDS).with(others, THRESHOLDS);

        assertThat(checks.with(reload, THRESHOLDS)).isEqualTo(checks);
        assertThat(checks.toldTo(reload, checks, THRESHOLDS).count()).isEqualTo(1);
        assertThat(checks.count()).isEqualTo(2);
        VerificationRecord later = check(NOON.plus(Duration.ofMinutes(10)), Sources.phone("me"));
        assertThat(checks.with(later, THRESHOLDS).count()).isEqualTo(3);
    }

    @Test
    void checks_of_unknown_source_are_never_taken_for_repetitions() {
        UnitChecks checks = UnitChecks.NONE
                .with(check(NOON, Sources.unknown()), THRESHOLDS)
                .with(check(NOON, Sources.unknown()), THRESHOLDS);
        assertThat(checks.count()).isEqualTo(2);
    }

    @Test
    void a_source_that_is_suddenly_far_away_has_not_reloaded_a_page() {
        Source there = new Source(Channel.WEB, "me", Sources.NANJING, AgentClass.PHONE);
        UnitChecks checks = UnitChecks.NONE
                .with(check(NOON, new Source(Channel.WEB, "me", Sources.XIAMEN, AgentClass.PHONE)), THRESHOLDS)
                .with(check(NOON.plusSeconds(60), there), THRESHOLDS);
        assertThat(checks.count()).isEqualTo(2);
        assertThat(checks.suspicion()).isInstanceOf(Suspicion.TooFarApart.class);
    }

    private static Thresholds thresholds(Duration repeatWindow) {
        return new Thresholds(12, Duration.ofHours(72), 900, 100, Duration.ofHours(24), 20, 60, repeatWindow);
    }

    private static UnitChecks after(List<VerificationRecord> checks) {
        UnitChecks state = UnitChecks.NONE;
        for (VerificationRecord check : checks) {
            state = state.with(check, EVERY_LOOK_COUNTS);
        }
        return state;
    }

    private static Source source(Random random) {
        GeoPoint point = random.nextInt(3) == 0 ? new GeoPoint(24 + random.nextInt(3), 118 + random.nextInt(2)) : null;
        return new Source(Channel.WEB, "person " + random.nextInt(14), new CheckPlace(null, point), AgentClass.PHONE);
    }

    private static VerificationRecord check(Instant at, Source source) {
        return new VerificationRecord(at, "urn:x:1", true, "1", VerdictCode.GENUINE, null, null, source);
    }
}
