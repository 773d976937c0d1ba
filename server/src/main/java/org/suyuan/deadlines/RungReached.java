package org.suyuan.deadlines;

import org.suyuan.shared.calendar.Deadline.Due;

/**
 * Module event: a step of a clock's escalation has come. Published exactly once a rung, in the transaction that marks it
 * as told.
 *
 * @param rung code of the step, for example {@code -2wd}; see {@link Rung#parse}
 * @param rule code of the rule
 * @param ruleName in Chinese; {@code ruleNameEn} in English
 */
public record RungReached(
        ClockId clock, String rung, String rule, String ruleName, String ruleNameEn, ClockSubject subject, Due due) {}
