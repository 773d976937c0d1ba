package org.suyuan.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a list wants; null does not restrict.
 *
 * @param q part of code, name or citation
 * @param at in force on that day
 */
public record RuleFilter(
        @Nullable String code,
        @Nullable String q,
        @Nullable DraftState state,
        @Nullable LocalDate at) {}
