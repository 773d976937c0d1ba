package org.suyuan.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.audit.Entries;
import org.suyuan.audit.Entry;
import org.suyuan.audit.EntryFilter;
import org.suyuan.audit.web.EntryViews.OwnEntryView;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;
import org.suyuan.shared.web.ExportFormat;
import org.suyuan.shared.web.Exports;

/** {@code /api/audit}: the story of decisions and reads. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "audit", description = "Who decided what, and who read whose data")
class AuditController {
    private final Entries entries;
    private final EntryViews views;
    private final AuditTrail trail;
    private final Exports exports;

    AuditController(Entries entries, EntryViews views, AuditTrail trail, Exports exports) {
        this.entries = entries;
        this.views = views;
        this.trail = trail;
        this.exports = exports;
    }

    /**
     * @param from first day; {@code to} the last
     * @param kind of the subject, for example {@code operator}; {@code subject} is its id
     * @param region code of a region; what lies in it or below
     */
    record EntryQuery(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID actor,
            @Nullable String action,
            Entry.@Nullable Kind type,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable UUID person,
            @Nullable UUID operator,
            @Nullable String region) {
        EntryFilter filter() {
            if (subject != null && kind == null) {
                throw InvalidInput.of("kind", null, "required", "expected: the kind of the subject");
            }
            return new EntryFilter(
                    startOf(from),
                    startOf(to == null ? null : to.plusDays(1)),
                    actor,
                    action,
                    type,
                    kind,
                    subject,
                    person,
                    operator,
                    region == null ? null : significant(region));
        }

        private static @Nullable Instant startOf(@Nullable LocalDate day) {
            return day == null ? null : day.atStartOfDay(EntryViews.ZONE).toInstant();
        }

        /** Regions are written with 2, 4, 6, 9 or 12 digits; trailing pairs of zeros only fill up. */
        private static String significant(String region) {
            if (!region.matches("[1-9][0-9](([0-9]{2}){1,2}([0-9]{3}){0,2})?")) {
                throw InvalidInput.of("region", region, "region", "expected: a code of 2, 4, 6, 9 or 12 digits");
            }
            String nine = region.length() == 12 && region.endsWith("000") ? region.substring(0, 9) : region;
            String six = nine.length() == 9 && nine.endsWith("000") ? nine.substring(0, 6) : nine;
            return six.length() == 6 ? six.replaceFirst("(00){1,2}$", "") : six;
        }
    }

    @GetMapping("/entries")
    @Operation(summary = "The trail within your scope, newest first; with kind and subject the story of one thing")
    @AuditedRead(action = "audit.entry.listed", kind = "audit")
    Page<EntryView> list(
            Actor actor, @ParameterObject EntryQuery query, @ParameterObject PageRequest page, Locale locale) {
        return shown(entries.list(actor, query.filter(), page), views::full, locale);
    }

    @PostMapping("/entries/exports")
    @Operation(summary = "The same entries as a file")
    void export(
            Actor actor,
            @ParameterObject EntryQuery query,
            @RequestParam(defaultValue = "CSV") ExportFormat format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.AUDIT_READ);
        EntryFilter filter = query.filter();
        Subject all = new Subject("audit", "*", query.toString(), null, null, null);
        trail.read(actor, Deed.of("audit.entry.exported", all, Map.of("format", format.name())));
        exports.write(
                response,
                "audit-entries",
                format,
                locale,
                EntryColumns.ALL,
                portion -> entries.export(actor, filter, entry -> portion.accept(List.of(views.full(entry, locale)))));
    }

    @GetMapping("/mine")
    @Operation(summary = "Who looked at or decided about your own data, in which capacity, when")
    Page<OwnEntryView> mine(Actor actor, @ParameterObject PageRequest page, Locale locale) {
        return shown(entries.about(actor.id(), page), views::own, locale);
    }

    private static <V> Page<V> shown(Page<Entry> found, BiFunction<Entry, Locale, V> view, Locale locale) {
        List<V> items =
                found.items().stream().map(entry -> view.apply(entry, locale)).toList();
        return new Page<>(items, found.next(), found.total(), found.truncated());
    }
}
