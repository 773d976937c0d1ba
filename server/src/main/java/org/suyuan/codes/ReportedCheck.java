package org.suyuan.codes;

import java.time.Instant;

/**
 * A check that another channel answered and tells us afterwards.
 *
 * @param code as the asker gave it
 * @param at when he asked
 */
public record ReportedCheck(String code, Instant at, Channel channel, CheckPlace place) {}
