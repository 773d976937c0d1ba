package org.suyuan.shared.audit;

import org.suyuan.shared.access.Actor;

/**
 * The append-only story of who decided what and who read whose data (R3.86). Owned here, kept by module {@code audit}.
 *
 * <p>Entries carry the actor's name and capacity as they were, the delegate and whom he stood for.
 */
public interface AuditTrail {
    /** Records a decision in the caller's transaction: if either fails, neither happened. */
    void decided(Actor actor, Deed deed);

    /**
     * Records that protected data were read. For controllers {@link AuditedRead} does it; this is for reads that an
     * annotation cannot name, such as an export.
     */
    void read(Actor actor, Deed deed);
}
