package org.suyuan.codes;

import java.time.Duration;

/**
 * The numbers of the rules in force at one time; rows of {@code codes.verification_rule} with their reasons.
 *
 * @param sourcesMin different sources within {@code window} that make a code suspicious
 * @param speedMaxKmh faster than this no item travels between two checks
 * @param distanceMinKm nearer places are not compared
 * @param soldGrace a check this soon after the sale is the buyer's
 * @param failedBurst codes a source may get wrong in a row
 * @param failedPerHour pace at which it wins that right back
 * @param repeatWindow looking again sooner than this, the same source only repeats its check
 */
public record Thresholds(
        int sourcesMin,
        Duration window,
        double speedMaxKmh,
        double distanceMinKm,
        Duration soldGrace,
        int failedBurst,
        double failedPerHour,
        Duration repeatWindow) {}
