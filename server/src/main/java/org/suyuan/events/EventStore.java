package org.suyuan.events;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** Where events are kept: append-only, scope applied to every read. */
public interface EventStore {
    /** Reserves numbers for new events; gaps are normal. */
    long[] reserve(int count);

    /**
     * Adds events within the caller's transaction.
     *
     * @return the numbers of those that were new; an event already known by id and declaration is passed over
     */
    List<Long> add(List<NewEvent> events);

    /** The hashes of the events known under these ids, by {@link EventKey}. */
    Map<EventKey, String> hashes(Collection<EventKey> keys);

    void add(CaptureJob job, Actor actor);

    Optional<CaptureJob> job(UUID id, ActorId capturedBy);

    Page<CaptureJob> jobs(ActorId capturedBy, PageRequest page);

    /** The event with this id; of an event and its error declaration, the declaration. */
    Optional<StoredEvent> find(String eventId, Actor actor);

    /** Events by their numbers, unscoped: for modules that have already decided who may see them. */
    List<StoredEvent> bySeq(Collection<Long> seqs);

    /**
     * One page of the events that a query finds.
     *
     * @param among for each of the query's unit matches, the numbers of the events that hold it
     */
    Page<StoredEvent> list(EventQuery query, List<List<Long>> among, PageRequest page, Actor actor);
}
