package org.suyuan.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;
import org.suyuan.shared.calendar.Deadline;
import org.suyuan.shared.calendar.WorkingCalendar;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;

/**
 * The clocks of legal limits. Modules start them when something happens from which a limit runs, suspend them while the law
 * says time does not count, and stop them when what had to be done is done. All in the caller's transaction, if he has one.
 *
 * <p>Who may start and stop a clock is the business of the module whose thing it is; this asks for no permission, but
 * records every step in the audit trail.
 */
@Component
public class Clocks {
    private final ClockBook book;
    private final RuleBook rules;
    private final YearTables tables;
    private final CalendarShelf shelf;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Clocks(
            ClockBook book,
            RuleBook rules,
            YearTables tables,
            CalendarShelf shelf,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.rules = rules;
        this.tables = tables;
        this.shelf = shelf;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Starts a clock by the version of the rule in force on the day of the start.
     *
     * @param start when what starts it happened; not in the future
     */
    public ClockId start(Actor actor, String ruleCode, Instant start, ClockSubject subject) {
        Instant now = clock.instant();
        notInTheFuture("start", start, now);
        LocalDate day = LocalDate.ofInstant(start, WorkingCalendar.ZONE);
        return transaction.execute(_ -> {
            Rule rule = rules.inForce(ruleCode, day)
                    .orElseThrow(() -> new Problem(
                            DeadlinesProblem.NO_RULE_IN_FORCE, "rule " + ruleCode + " on " + day + ": none in force"));
            tables.holdStill();
            ClockId id = new ClockId(Uuid7.next(clock));
            RunningClock started = Ticking.started(id, rule, subject, start, shelf.current(), now, actor);
            SecondWall.outside(Beyond.LEGAL_TIME, () -> book.open(started));
            record(actor, "deadlines.clock.started", started, null, rule.text().citation());
            return id;
        });
    }

    /** Time does not count from then on. */
    public void suspend(Actor actor, ClockId id, Instant at, String reason, String legalBasis) {
        Texts.require("reason", reason, Texts.LENGTH_MAX);
        Texts.require("legalBasis", legalBasis, Texts.LENGTH_MAX);
        enter(actor, id, ClockEntry.Kind.SUSPENDED, at, reason, legalBasis);
    }

    /** Time counts again. */
    public void resume(Actor actor, ClockId id, Instant at, @Nullable String reason) {
        Texts.check("reason", reason);
        enter(actor, id, ClockEntry.Kind.RESUMED, at, reason, null);
    }

    /** What had to be done is done, or need not be done any more; its end stays as it was. */
    public void stop(Actor actor, ClockId id, Instant at, @Nullable String reason) {
        Texts.check("reason", reason);
        enter(actor, id, ClockEntry.Kind.STOPPED, at, reason, null);
    }

    private void enter(
            Actor actor,
            ClockId id,
            ClockEntry.Kind kind,
            Instant at,
            @Nullable String reason,
            @Nullable String legalBasis) {
        Instant now = clock.instant();
        notInTheFuture("at", at, now);
        transaction.executeWithoutResult(_ -> {
            tables.holdStill();
            RunningClock before = SecondWall.outside(Beyond.LEGAL_TIME, () -> book.lock(id))
                    .orElseThrow(() -> Calendars.notFound(id));
            checkState(before, kind);
            Instant last = lastEvent(before);
            if (at.isBefore(last)) {
                throw InvalidInput.of("at", at.toString(), "order", "expected: not before " + last);
            }
            RunningClock after = Ticking.entered(before, shelf.current(), kind, at, now, actor, reason, legalBasis);
            SecondWall.outside(Beyond.LEGAL_TIME, () -> book.append(List.of(after)));
            record(actor, "deadlines.clock." + kind.name().toLowerCase(Locale.ROOT), after, reason, legalBasis);
            events.publishEvent(new DueChanged(id, after.subject(), after.state(), before.due(), after.due()));
        });
    }

    private static void checkState(RunningClock clock, ClockEntry.Kind kind) {
        switch (kind) {
            case SUSPENDED -> refuseUnless(clock, ClockState.RUNNING, DeadlinesProblem.CLOCK_NOT_RUNNING);
            case RESUMED -> refuseUnless(clock, ClockState.SUSPENDED, DeadlinesProblem.CLOCK_NOT_SUSPENDED);
            case STOPPED -> {
                if (clock.state() == ClockState.STOPPED) {
                    throw new Problem(DeadlinesProblem.CLOCK_STOPPED, "clock " + clock.id() + " is stopped");
                }
            }
            case STARTED, RECOUNTED -> throw new IllegalArgumentException(kind.name());
        }
    }

    private static void refuseUnless(RunningClock clock, ClockState expected, DeadlinesProblem problem) {
        if (clock.state() != expected) {
            throw new Problem(problem, "clock " + clock.id() + ": " + clock.state() + " (expected: " + expected + ")");
        }
    }

    /** When the last thing happened that people entered; counting again is no event of the matter itself. */
    private static Instant lastEvent(RunningClock clock) {
        return clock.entries().stream()
                .filter(entry -> entry.kind() != ClockEntry.Kind.RECOUNTED)
                .map(ClockEntry::at)
                .max(Instant::compareTo)
                .orElse(clock.startedAt());
    }

    private static void notInTheFuture(String pointer, Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw InvalidInput.of(pointer, at.toString(), "future", "expected: not after " + now);
        }
    }

    private void record(
            Actor actor, String action, RunningClock clock, @Nullable String reason, @Nullable String legalBasis) {
        ClockSubject about = clock.subject();
        Map<String, String> facts = Map.of(
                "rule", clock.rule().text().code(),
                "subject", about.kind() + " " + about.id(),
                "due", String.valueOf(clock.due() == null ? "-" : clock.due().day()));
        audit.decided(actor, Deed.of(action, subject(clock), facts).because(reason, legalBasis));
    }

    /** A clock in the audit trail. */
    public static Subject subject(RunningClock clock) {
        ClockSubject about = clock.subject();
        return new Subject("clock", clock.id().toString(), about.title(), null, about.operator(), about.regionPath());
    }

    /** When it ends; empty for an id that is not a clock's. For modules, without a scope of its own. */
    public Optional<ClockDue> due(ClockId id) {
        return Optional.ofNullable(dues(List.of(id)).get(id));
    }

    /** The same for a page of things. */
    public Map<ClockId, ClockDue> dues(Collection<ClockId> ids) {
        return SecondWall.outside(Beyond.LEGAL_TIME, () -> book.dues(ids));
    }

    /** A clock within the actor's scope. */
    public Optional<RunningClock> find(Actor actor, ClockId id) {
        actor.require(Permission.DEADLINES_READ);
        return book.find(actor.scope(), id);
    }

    public Page<RunningClock> list(Actor actor, ClockFilter filter, PageRequest page) {
        actor.require(Permission.DEADLINES_READ);
        return book.list(actor.scope(), filter, page);
    }

    /** The count behind a clock's end, by the calendar it was counted with. */
    public Deadline deadline(RunningClock clock) {
        return clock.deadline(shelf.asOf(clock.edition()));
    }
}
