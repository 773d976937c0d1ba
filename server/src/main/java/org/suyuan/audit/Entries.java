package org.suyuan.audit;

import java.util.function.Consumer;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** Reads the trail. */
public interface Entries {
    /** Within the auditor's scope, newest first; needs {@code AUDIT_READ}. */
    Page<Entry> list(Actor actor, EntryFilter filter, PageRequest page);

    /** The same rows as {@link #list}, all of them, one after another; memory does not grow with their number. */
    void export(Actor actor, EntryFilter filter, Consumer<Entry> row);

    /** What was done with one person's data, newest first. For that person; the caller sees to it. */
    Page<Entry> about(ActorId person, PageRequest page);
}
