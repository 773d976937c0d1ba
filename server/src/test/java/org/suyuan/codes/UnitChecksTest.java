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
    private static final Thresholds THRESHOLDS =
            new Thresholds(12, Duration.ofHours(72), 900, 100, Duration.ofHours(24), 20, 60);
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

    private static UnitChecks after(List<VerificationRecord> checks) {
        UnitChecks state = UnitChecks.NONE;
        for (VerificationRecord check : checks) {
            state = state.with(check, THRESHOLDS);
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
