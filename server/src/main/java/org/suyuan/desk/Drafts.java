package org.suyuan.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.suyuan.shared.access.Actor;

/** Forms half filled in, each person's own: no other sees them, and they change nothing. */
public interface Drafts {
    int BODY_BYTES_MAX = 64 * 1024;
    /** Drafts of one person. */
    int KEPT_MAX = 200;

    Duration KEPT_FOR = Duration.ofDays(30);

    /** @param body JSON, as the form wrote it */
    record Draft(String key, String body, Instant savedAt) {}

    /** Keys and times only, the latest first. */
    List<Draft> list(Actor actor);

    Optional<Draft> find(Actor actor, String key);

    /**
     * Keeps it, in place of an earlier one of the same key, for {@link #KEPT_FOR}.
     *
     * @throws org.suyuan.shared.InvalidInput for a key or a body that is too long
     * @throws org.suyuan.shared.Problem {@link DeskProblem#TOO_MANY_KEPT}
     */
    Draft save(Actor actor, String key, String body);

    /** False when there is none. */
    boolean drop(Actor actor, String key);

    /** Throws away what is older than {@link #KEPT_FOR}. */
    int sweep();
}
