package org.suyuan.events;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** Reads events within an actor's scope. */
@Component
public class Events {
    /** Events of one unit that a query looks through at most. */
    public static final int UNIT_EVENTS_MAX = 20_000;

    private final EventStore store;
    private final UnitIndex units;

    Events(EventStore store, UnitIndex units) {
        this.store = store;
        this.units = units;
    }

    /** The event with this id; of an event and its error declaration, the declaration. */
    public Optional<StoredEvent> find(String eventId, Actor actor) {
        actor.require(Permission.EVENTS_READ);
        return store.find(eventId, actor);
    }

    /** One page of the events a query finds; refuses a query whose units have more events than can be looked through. */
    public Page<StoredEvent> list(EventQuery query, PageRequest page, Actor actor) {
        actor.require(Permission.EVENTS_READ);
        List<List<Long>> among = query.units().stream().map(this::touching).toList();
        return store.list(query, among, page, actor);
    }

    private List<Long> touching(EventQuery.UnitMatch match) {
        List<Long> seqs = units.touching(match.units(), match.roles(), Long.MAX_VALUE, UNIT_EVENTS_MAX + 1);
        if (seqs.size() > UNIT_EVENTS_MAX) {
            throw new Problem(
                    EventsProblem.QUERY_TOO_LARGE,
                    "the units named have more than " + UNIT_EVENTS_MAX + " events; narrow the query to fewer units");
        }
        return seqs;
    }
}
