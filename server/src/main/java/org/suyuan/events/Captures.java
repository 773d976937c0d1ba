package org.suyuan.events;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.hash.EventHash;
import org.suyuan.epcis.json.EpcisJsonReader;
import org.suyuan.epcis.json.ReadOutcome;
import org.suyuan.epcis.json.ReadResult;
import org.suyuan.epcis.json.Violation;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/**
 * Takes events in. A document is read and judged whole before the transaction opens, so a slow sender holds no
 * connection; then its events, what is derived from them and its job are stored together or not at all (EPCIS 2.0
 * §12.6.1). When this returns, they are durable.
 */
@Component
public class Captures {
    /** Findings kept of one document; more are counted in a last entry. */
    public static final int ERRORS_MAX = 1_000;

    /** Events handed to the store and the projections at a time. */
    private static final int CHUNK = 2_000;

    /** Times a document is tried when others hold what it needs. */
    private static final int ATTEMPTS_MAX = 5;

    private final EpcisJsonReader reader = new EpcisJsonReader();
    private final EventStore store;
    private final Participants participants;
    private final List<CaptureProjection> projections;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Captures(
            EventStore store,
            Participants participants,
            List<CaptureProjection> projections,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.participants = participants;
        this.projections = projections;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Captures a document, or one event by itself. */
    public CaptureOutcome capture(InputStream document, ErrorBehaviour behaviour, Actor actor) {
        actor.require(Permission.EVENTS_CAPTURE);
        Instant started = clock.instant();
        Draft draft = new Draft();
        switch (reader.read(document, draft::take)) {
            case ReadOutcome.Broken(int line, int column, String reason, int ignored) -> {
                return new CaptureOutcome.Unreadable("line " + line + ", column " + column + ": " + reason);
            }
            case ReadOutcome.Complete complete -> complete.violations().forEach(draft::add);
        }
        if (draft.isEmptyOfEvents()) {
            draft.add(new FieldError("/epcisBody/eventList", "[]", "events", "at least one event is expected"));
        }
        UUID jobId = Uuid7.next(clock);
        if (behaviour == ErrorBehaviour.ROLLBACK && draft.isBad()) {
            return refused(jobId, started, behaviour, draft, actor);
        }
        return store(jobId, started, behaviour, draft, actor);
    }

    private CaptureOutcome refused(UUID jobId, Instant started, ErrorBehaviour behaviour, Draft draft, Actor actor) {
        CaptureJob job = new CaptureJob(jobId, started, clock.instant(), behaviour, false, 0, 0, draft.errors());
        store.add(job, actor);
        return new CaptureOutcome.Judged(job, List.of());
    }

    /**
     * Two documents that bring the same new events or lots in different order wait for each other; PostgreSQL then ends one
     * of the transactions, and that document is simply stored again.
     */
    private CaptureOutcome store(UUID jobId, Instant started, ErrorBehaviour behaviour, Draft draft, Actor actor) {
        for (int attempt = 1; ; attempt++) {
            try {
                return storeOnce(jobId, started, behaviour, draft, actor);
            } catch (PessimisticLockingFailureException deadlock) {
                if (attempt == ATTEMPTS_MAX) {
                    throw deadlock;
                }
            }
        }
    }

    private CaptureOutcome storeOnce(UUID jobId, Instant started, ErrorBehaviour behaviour, Draft draft, Actor actor) {
        Optional<CaptureOutcome> outcome = transaction.execute(status -> {
            draft.refuseRedefinitions(store.hashes(draft.keys()));
            if (behaviour == ErrorBehaviour.ROLLBACK && draft.isBad()) {
                return Optional.empty();
            }
            Set<Long> added = add(jobId, draft.good(), actor);
            CaptureJob job = new CaptureJob(
                    jobId,
                    started,
                    clock.instant(),
                    behaviour,
                    !draft.isBad(),
                    added.size(),
                    draft.good().size() - added.size() + draft.repeated(),
                    draft.errors());
            store.add(job, actor);
            return Optional.of(new CaptureOutcome.Judged(
                    job, draft.good().stream().map(Judged::eventId).toList()));
        });
        return outcome.orElseGet(() -> refused(jobId, started, behaviour, draft, actor));
    }

    private Set<Long> add(UUID jobId, List<Judged> good, Actor actor) {
        Set<Long> added = new HashSet<>();
        for (int from = 0; from < good.size(); from += CHUNK) {
            List<NewEvent> events = numbered(jobId, good.subList(from, Math.min(from + CHUNK, good.size())), actor);
            Set<Long> fresh = new HashSet<>(store.add(events));
            List<CapturedEvent> captured = events.stream()
                    .map(NewEvent::captured)
                    .filter(event -> fresh.contains(event.seq()))
                    .toList();
            if (!captured.isEmpty()) {
                projections.forEach(projection -> projection.captured(captured));
            }
            added.addAll(fresh);
        }
        return added;
    }

    private List<NewEvent> numbered(UUID jobId, List<Judged> judged, Actor actor) {
        Instant now = clock.instant();
        long[] seqs = store.reserve(judged.size());
        Participants.Found found =
                participants.of(judged.stream().map(Judged::event).toList(), actor);
        List<NewEvent> events = new ArrayList<>(judged.size());
        for (int i = 0; i < seqs.length; i++) {
            Judged one = judged.get(i);
            CapturedEvent captured = new CapturedEvent(seqs[i], one.eventId(), one.hash(), one.event(), now);
            events.add(new NewEvent(
                    captured,
                    one.json(),
                    jobId,
                    actor.id(),
                    found.parties(one.event()),
                    found.regionPath(one.event())));
        }
        return events;
    }

    /** A good event of the document, its identity worked out. */
    private record Judged(int index, String pointer, EpcisEvent event, String hash, String eventId, byte[] json) {
        EventKey key() {
            return new EventKey(eventId, event.errorDeclaration().isPresent());
        }
    }

    /** What has been made of the document so far. */
    private static final class Draft {
        private final Map<EventKey, Judged> good = new LinkedHashMap<>();
        private final List<FieldError> errors = new ArrayList<>();
        private int unlisted;
        private int repeated;
        private int seen;

        void take(ReadResult result) {
            seen++;
            switch (result) {
                case ReadResult.Rejected rejected -> rejected.violations().forEach(this::add);
                case ReadResult.Accepted accepted -> {
                    EpcisEvent event = accepted.event();
                    String hash = EventHash.of(event);
                    Judged judged = new Judged(
                            accepted.index(),
                            accepted.pointer(),
                            event,
                            hash,
                            event.eventID().orElse(hash),
                            accepted.json());
                    Judged before = good.putIfAbsent(judged.key(), judged);
                    if (before != null) {
                        repeated++;
                        if (!before.hash().equals(hash)) {
                            add(redefinition(judged, before.hash()));
                        }
                    }
                }
            }
        }

        void add(Violation violation) {
            add(new FieldError(violation.pointer(), violation.value(), violation.rule(), violation.message()));
        }

        void add(FieldError error) {
            if (errors.size() < ERRORS_MAX) {
                errors.add(error);
            } else {
                unlisted++;
            }
        }

        /** Refuses events whose id is already taken by another event. */
        void refuseRedefinitions(Map<EventKey, String> known) {
            Map<EventKey, String> hashes = new HashMap<>(known);
            good.values().removeIf(judged -> {
                String hash = hashes.get(judged.key());
                if (hash == null || hash.equals(judged.hash())) {
                    return false;
                }
                add(redefinition(judged, hash));
                return true;
            });
        }

        private static FieldError redefinition(Judged judged, String otherHash) {
            return new FieldError(
                    judged.pointer() + "/eventID",
                    judged.eventId(),
                    "one event an id [EPCIS 2.0 §7.4.1]",
                    "an event with this id and other content is known: its hash is " + otherHash + ", this one's "
                            + judged.hash());
        }

        boolean isEmptyOfEvents() {
            return seen == 0;
        }

        boolean isBad() {
            return !errors.isEmpty();
        }

        int repeated() {
            return repeated;
        }

        Set<EventKey> keys() {
            return good.keySet();
        }

        List<Judged> good() {
            return List.copyOf(good.values());
        }

        List<FieldError> errors() {
            if (unlisted == 0) {
                return errors;
            }
            List<FieldError> all = new ArrayList<>(errors);
            all.add(new FieldError("", null, "truncated", unlisted + " more findings are not listed"));
            return all;
        }
    }
}
