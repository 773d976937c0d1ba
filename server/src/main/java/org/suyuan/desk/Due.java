package org.suyuan.desk;

import java.time.Instant;

/**
 * By when a task must be done.
 *
 * @param at the last moment that is still in time
 * @param provisional the working-day calendar of that year is not published yet, so the moment may move
 * @param why the rule and its citation, in words
 */
public record Due(Instant at, boolean provisional, String why) {}
