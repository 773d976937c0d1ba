package org.suyuan.deadlines.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.deadlines.CalendarId;
import org.suyuan.deadlines.CalendarTable;
import org.suyuan.deadlines.Calendars;
import org.suyuan.deadlines.DraftState;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.calendar.TableText;
import org.suyuan.shared.calendar.WorkingCalendar;
import org.suyuan.shared.calendar.YearTable;
import org.suyuan.shared.calendar.YearTable.Kind;
import org.suyuan.shared.web.IfMatch;

@RestController
@RequestMapping(Answers.BASE + "/calendars")
@Tag(
        name = "deadlines: calendars",
        description = "Working days as published, drafted by one person, approved by another")
class CalendarController {
    private static final int LINE_LENGTH_MAX = 1_000;
    private static final String CSV = "text/csv";

    private final Calendars calendars;
    private final CalendarViews views;

    CalendarController(Calendars calendars, CalendarViews views) {
        this.calendars = calendars;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "The tables of all years, those in force, drafts and rejected ones, newest first")
    Page<CalendarViews.CalendarView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer notice,
            @RequestParam(required = false) @Nullable DraftState state,
            PageRequest page,
            Locale locale) {
        Page<CalendarTable> found = calendars.list(actor, notice, state, page);
        return new Page<>(
                found.items().stream().map(table -> views.row(table, locale)).toList(),
                found.next(),
                found.total(),
                found.truncated());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One table with its days")
    ResponseEntity<CalendarViews.CalendarView> find(Actor actor, @PathVariable String id, Locale locale) {
        CalendarTable table = calendars.find(actor, id(id)).orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(table, actor, locale), Answers.revision(table.state()));
    }

    /**
     * @param source the notice, for example {@code 国办发明电〔2025〕7号}
     * @param days runs of days of one kind
     */
    record CalendarDraft(int notice, String source, List<DayRun> days) {}

    /** @param to last day of the run; absent: one day */
    record DayRun(
            LocalDate from,
            @Nullable LocalDate to,
            Kind kind,
            String name,
            @Nullable String nameEn) {
        String line(int notice) {
            return String.join(
                    ",",
                    String.valueOf(notice),
                    from.toString(),
                    to == null ? "" : to.toString(),
                    kind.name(),
                    plain(name),
                    nameEn == null ? "" : plain(nameEn));
        }

        private static String plain(String text) {
            return text.replace(',', '、');
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft one year's table")
    ResponseEntity<CalendarViews.CalendarView> draft(Actor actor, @RequestBody CalendarDraft draft, Locale locale) {
        List<String> lines =
                draft.days().stream().map(run -> run.line(draft.notice())).toList();
        List<YearTable> read = read(lines, number -> "/days/" + (number - 1));
        List<YearTable> tables = read.isEmpty() ? List.of(blank(draft.notice())) : read;
        CalendarTable made = calendars.draft(actor, draft.source(), tables).getFirst();
        return ResponseEntity.created(URI.create(Answers.BASE + "/calendars/" + made.id()))
                .eTag(Answers.revision(made.state()).etag())
                .body(views.detail(made, actor, locale));
    }

    /** A notice that declares nothing would still make its year certain. */
    private static YearTable blank(int notice) {
        try {
            return new YearTable(notice, List.of());
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("/notice", String.valueOf(notice), "range", String.valueOf(e.getMessage()));
        }
    }

    @PostMapping(path = "/imports", consumes = CSV)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Draft tables from CSV, all or none: notice,from,to,kind,name,name_en",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    CalendarViews.Imported importAll(Actor actor, @RequestParam String source, InputStream body, Locale locale)
            throws IOException {
        List<CalendarTable> drafts = calendars.draft(actor, source, read(lines(body), number -> "/" + number));
        return new CalendarViews.Imported(
                drafts.stream().map(draft -> views.row(draft, locale)).toList());
    }

    private static List<YearTable> read(List<String> lines, IntFunction<String> pointer) {
        TableText.Read read = TableText.read(lines);
        if (!read.bad().isEmpty()) {
            throw new InvalidInput(read.bad().stream()
                    .map(bad -> new FieldError(
                            pointer.apply(bad.line()) + "/" + bad.column(),
                            bad.value(),
                            "calendar-line",
                            "expected: " + bad.expected()))
                    .toList());
        }
        return read.tables();
    }

    private static List<String> lines(InputStream body) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') {
                    lines.add(line.toString());
                    line.setLength(0);
                } else if (c != '\uFEFF') { // spreadsheets put a byte order mark first
                    line.append((char) c);
                }
                if (line.length() > LINE_LENGTH_MAX || lines.size() > TableText.LINES_MAX) {
                    throw new Problem(
                            CommonProblem.TOO_LARGE,
                            "expected: at most %d lines of %d characters"
                                    .formatted(TableText.LINES_MAX, LINE_LENGTH_MAX));
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    @PostMapping("/{id}/approvals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put a table in force; open clocks that run into its year are counted again")
    CalendarViews.Approved approve(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody Answers.Reason body, Locale locale) {
        check(actor, id, ifMatch);
        Calendars.Approval approval = calendars.approve(actor, id(id), body.reason());
        return new CalendarViews.Approved(
                views.detail(approval.calendar(), actor, locale), approval.recounted(), approval.changed());
    }

    @PostMapping("/{id}/rejections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Reject a draft, or take back one's own")
    CalendarViews.CalendarView reject(
            Actor actor,
            @PathVariable String id,
            IfMatch ifMatch,
            @RequestBody Answers.RequiredReason body,
            Locale locale) {
        check(actor, id, ifMatch);
        return views.detail(calendars.reject(actor, id(id), body.reason()), actor, locale);
    }

    private void check(Actor actor, String id, IfMatch ifMatch) {
        if (ifMatch.header() != null) {
            calendars.find(actor, id(id)).ifPresent(table -> ifMatch.check(Answers.revision(table.state())));
        }
    }

    @GetMapping("/days")
    @Operation(summary = "Day by day what works and why, at most two years")
    CalendarViews.Days days(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate to, Locale locale) {
        WorkingCalendar calendar = calendars.days(actor, from, to);
        return views.days(calendar, from, to, locale);
    }

    private static CalendarId id(String text) {
        return new CalendarId(Answers.pathId(text));
    }
}
