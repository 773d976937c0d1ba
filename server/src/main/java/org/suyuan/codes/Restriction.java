package org.suyuan.codes;

import java.time.Instant;

/**
 * A decision that a unit must not be sold or used.
 *
 * @param reference the decision, for example the number of a recall
 * @param via canonical URI of what the decision names: the unit itself, its lot or its product
 */
public record Restriction(Verdict.Withdrawn.Kind kind, Instant since, String reference, String via) {}
