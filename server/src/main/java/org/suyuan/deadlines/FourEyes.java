package org.suyuan.deadlines;

import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** Who drafts does not approve, and what is decided stays decided (R3.87). */
final class FourEyes {
    private FourEyes() {}

    /** One's own draft may be taken back, so a rejection by its author is fine. */
    static void check(Actor actor, DraftState state, Signature drafted, boolean approving) {
        if (state != DraftState.DRAFT) {
            throw alreadyDecided();
        }
        if (approving && actor.id().equals(drafted.by())) {
            throw new Problem(
                    DeadlinesProblem.OWN_DRAFT, "drafted by " + drafted.name() + " (expected: somebody else)");
        }
    }

    static Problem alreadyDecided() {
        return new Problem(DeadlinesProblem.ALREADY_DECIDED, "it is no draft any more");
    }
}
