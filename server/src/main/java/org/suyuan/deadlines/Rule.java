package org.suyuan.deadlines;

import org.jspecify.annotations.Nullable;

/** One version of a rule with its story. */
public record Rule(
        RuleId id,
        RuleText text,
        DraftState state,
        Signature drafted,
        @Nullable Signature decided) {}
