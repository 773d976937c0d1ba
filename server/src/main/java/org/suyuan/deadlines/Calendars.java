package org.suyuan.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.shared.CommonProblem;
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
import org.suyuan.shared.calendar.WorkingCalendar;
import org.suyuan.shared.calendar.YearTable;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;

/** The calendars of working days: entered by one person, put in force by another, who thereby counts open clocks again. */
@Component
public class Calendars {
    /** Tables of one import. */
    public static final int DRAFTS_MAX = 60;
    /** Days of one answer: two years and their leap day. */
    public static final int DAYS_MAX = 731;

    private static final int SOURCE_LENGTH_MAX = 500;

    private final YearTables tables;
    private final CalendarShelf shelf;
    private final Recount recount;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Calendars(
            YearTables tables,
            CalendarShelf shelf,
            Recount recount,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.shelf = shelf;
        this.recount = recount;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The tables in force. */
    public WorkingCalendar current() {
        return shelf.current();
    }

    /** The same for somebody who looks at it day by day. */
    public WorkingCalendar days(Actor actor, LocalDate from, LocalDate to) {
        actor.require(Permission.DEADLINES_READ);
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw InvalidInput.of("to", to.toString(), "range", "expected: 0 … " + (DAYS_MAX - 1) + " days after from");
        }
        return shelf.current();
    }

    public Page<CalendarTable> list(
            Actor actor, @Nullable Integer notice, @Nullable DraftState state, PageRequest page) {
        actor.require(Permission.DEADLINES_READ);
        return tables.list(notice, state, page);
    }

    public Optional<CalendarTable> find(Actor actor, CalendarId id) {
        actor.require(Permission.DEADLINES_READ);
        return tables.find(id);
    }

    /** Enters tables, all or none; they are in force only when approved. */
    public List<CalendarTable> draft(Actor actor, String source, List<YearTable> years) {
        actor.require(Permission.RULES_DRAFT);
        Texts.require("source", source, SOURCE_LENGTH_MAX);
        if (years.isEmpty() || years.size() > DRAFTS_MAX) {
            throw InvalidInput.of("days", null, "count", "expected: 1 … " + DRAFTS_MAX + " years");
        }
        Signature drafted = new Signature(actor.id(), actor.name(), clock.instant(), null);
        List<CalendarTable> drafts = years.stream()
                .map(year -> new CalendarTable(
                        new CalendarId(Uuid7.next(clock)),
                        year,
                        year.days().size(),
                        source,
                        DraftState.DRAFT,
                        null,
                        drafted,
                        null))
                .toList();
        transaction.executeWithoutResult(_ -> drafts.forEach(draft -> {
            tables.draft(draft);
            audit.decided(actor, Deed.of("deadlines.calendar.drafted", subject(draft), Map.of("source", source)));
        }));
        return drafts;
    }

    /**
     * @param recounted clocks that ran into the year
     * @param changed those of them whose end moved or became certain
     */
    public record Approval(CalendarTable calendar, long recounted, long changed) {}

    /** Puts a table in force and counts again every open clock that runs into its year, in one transaction. */
    public Approval approve(Actor actor, CalendarId id, @Nullable String reason) {
        actor.require(Permission.RULES_APPROVE);
        Texts.check("reason", reason);
        return transaction.execute(_ -> {
            tables.holdForApproval();
            CalendarTable approved = decide(actor, id, true, reason);
            Recount.Result result = SecondWall.outside(
                    Beyond.LEGAL_TIME,
                    () -> recount.all(actor, shelf.current(), approved.table().notice()));
            audit.decided(
                    actor,
                    Deed.of(
                                    "deadlines.calendar.approved",
                                    subject(approved),
                                    Map.of(
                                            "edition", String.valueOf(approved.edition()),
                                            "recounted", String.valueOf(result.recounted()),
                                            "changed", String.valueOf(result.changed())))
                            .because(reason, approved.source()));
            return new Approval(approved, result.recounted(), result.changed());
        });
    }

    public CalendarTable reject(Actor actor, CalendarId id, String reason) {
        actor.require(Permission.RULES_APPROVE);
        Texts.require("reason", reason, Texts.LENGTH_MAX);
        return transaction.execute(_ -> {
            CalendarTable rejected = decide(actor, id, false, reason);
            audit.decided(
                    actor,
                    Deed.of("deadlines.calendar.rejected", subject(rejected)).because(reason, null));
            return rejected;
        });
    }

    private CalendarTable decide(Actor actor, CalendarId id, boolean approved, @Nullable String reason) {
        CalendarTable draft = tables.find(id).orElseThrow(() -> notFound(id));
        FourEyes.check(actor, draft.state(), draft.drafted(), approved);
        Signature decision = new Signature(actor.id(), actor.name(), clock.instant(), reason);
        if (!tables.decide(id, approved, decision)) {
            throw FourEyes.alreadyDecided();
        }
        return tables.find(id).orElseThrow(() -> notFound(id));
    }

    static Problem notFound(Object id) {
        return new Problem(CommonProblem.NOT_FOUND, "nothing with id " + id);
    }

    private static Subject subject(CalendarTable table) {
        return Subject.of(
                "calendar", table.id().toString(), String.valueOf(table.table().notice()));
    }
}
