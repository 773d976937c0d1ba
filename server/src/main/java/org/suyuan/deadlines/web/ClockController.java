package org.suyuan.deadlines.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.deadlines.ClockEntry;
import org.suyuan.deadlines.ClockFilter;
import org.suyuan.deadlines.ClockId;
import org.suyuan.deadlines.ClockState;
import org.suyuan.deadlines.Clocks;
import org.suyuan.deadlines.RunningClock;
import org.suyuan.deadlines.web.DeadlineViews.DayView;
import org.suyuan.deadlines.web.DeadlineViews.DueView;
import org.suyuan.deadlines.web.DeadlineViews.RemainingView;
import org.suyuan.deadlines.web.DeadlineViews.SuspensionView;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.ReadSubjects;
import org.suyuan.shared.calendar.Deadline;
import org.suyuan.shared.calendar.WorkingCalendar;
import org.suyuan.shared.web.Revision;

@RestController
@RequestMapping(Answers.BASE + "/clocks")
@Tag(name = "deadlines: clocks", description = "Running limits; modules start and stop them with their own things")
class ClockController {
    private final Clocks clocks;
    private final DeadlineViews views;
    private final Words words;
    private final Clock clock;

    ClockController(Clocks clocks, DeadlineViews views, Words words, Clock clock) {
        this.clocks = clocks;
        this.views = views;
        this.words = words;
        this.clock = clock;
    }

    /** @param kind and {@code id}: as in the paths of the API */
    record SubjectView(String kind, String id, String title) {}

    record ClockRow(
            String id,
            CodedName rule,
            SubjectView subject,
            CodedName state,
            OffsetDateTime startedAt,
            @Nullable DueView due) {}

    /**
     * @param limit in words
     * @param unspent what is left while suspended: days, for limits in hours minutes
     * @param edition of the calendar it was counted with
     */
    record ClockView(
            String id,
            CodedName rule,
            String ruleVersion,
            String citation,
            String limit,
            SubjectView subject,
            CodedName state,
            OffsetDateTime startedAt,
            @Nullable DueView due,
            @Nullable RemainingView remaining,
            @Nullable Long unspent,
            long edition,
            List<SuspensionView> suspensions,
            List<RungView> rungs,
            List<EntryView> entries,
            List<DayView> explanation,
            boolean truncated,
            List<Answers.AllowedAction> allowedActions) {}

    record RungView(
            String code,
            String name,
            @Nullable OffsetDateTime firesAt,
            @Nullable OffsetDateTime firedAt) {}

    record EntryView(
            CodedName kind,
            OffsetDateTime at,
            OffsetDateTime enteredAt,
            String actor,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable DueView due) {}

    @GetMapping
    @Operation(summary = "The clocks you may see, newest first")
    @AuditedRead(action = "deadlines.clock.listed", kind = "clock")
    Page<ClockRow> list(
            Actor actor, @ParameterObject ClockFilter filter, @ParameterObject PageRequest page, Locale locale) {
        Page<RunningClock> found = clocks.list(actor, filter, page);
        return new Page<>(
                found.items().stream().map(one -> row(one, locale)).toList(),
                found.next(),
                found.total(),
                found.truncated());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One clock: its ledger, what does not count, its rungs, and its end explained day by day")
    @AuditedRead(action = "deadlines.clock.read", kind = "clock", id = "id")
    ResponseEntity<ClockView> find(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
        RunningClock found =
                clocks.find(actor, new ClockId(Answers.pathId(id))).orElseThrow(() -> Answers.notFound(id));
        ReadSubjects.name(request, List.of(Clocks.subject(found)));
        return Answers.detail(view(found, locale), new Revision(found.version()));
    }

    private ClockRow row(RunningClock found, Locale locale) {
        return new ClockRow(
                found.id().toString(),
                rule(found, locale),
                subject(found),
                words.coded("deadlines.clock-state", found.state(), locale),
                Words.time(found.startedAt()),
                views.due(found.due(), found.rule().text().budget(), locale));
    }

    private ClockView view(RunningClock found, Locale locale) {
        Deadline deadline = clocks.deadline(found);
        var explanation = views.explanation(deadline, until(found), locale);
        var budget = found.rule().text().budget();
        boolean stopped = found.state() == ClockState.STOPPED;
        return new ClockView(
                found.id().toString(),
                rule(found, locale),
                found.rule().id().toString(),
                found.rule().text().citation(),
                words.budget(budget, locale),
                subject(found),
                words.coded("deadlines.clock-state", found.state(), locale),
                Words.time(found.startedAt()),
                views.due(found.due(), budget, locale),
                stopped ? null : views.remaining(deadline, clock.instant(), locale),
                found.state() == ClockState.SUSPENDED && found.due() == null ? deadline.unspent() : null,
                found.edition(),
                views.suspensions(found.suspensions()),
                found.rungs().stream().map(rung -> rung(rung, locale)).toList(),
                found.entries().stream()
                        .map(entry -> entry(entry, found, locale))
                        .toList(),
                explanation.days(),
                explanation.truncated(),
                List.of());
    }

    /** A clock without an end is explained up to today, or to the day it was stopped. */
    private LocalDate until(RunningClock found) {
        Instant until =
                found.state() == ClockState.STOPPED ? found.entries().getLast().at() : clock.instant();
        return LocalDate.ofInstant(until, WorkingCalendar.ZONE);
    }

    private RungView rung(RunningClock.RungTime time, Locale locale) {
        CodedName name = words.rung(time.rung(), locale);
        return new RungView(name.code(), name.name(), Words.timeIfAny(time.firesAt()), Words.timeIfAny(time.firedAt()));
    }

    private EntryView entry(ClockEntry entry, RunningClock found, Locale locale) {
        return new EntryView(
                words.coded("deadlines.entry", entry.kind(), locale),
                Words.time(entry.at()),
                Words.time(entry.enteredAt()),
                entry.actorName(),
                entry.reason(),
                entry.legalBasis(),
                views.due(entry.due(), found.rule().text().budget(), locale));
    }

    private static CodedName rule(RunningClock found, Locale locale) {
        var text = found.rule().text();
        return new CodedName(text.code(), Words.name(text.name(), text.nameEn(), locale));
    }

    private static SubjectView subject(RunningClock found) {
        var subject = found.subject();
        return new SubjectView(subject.kind(), subject.id(), subject.title());
    }
}
