package org.suyuan.deadlines.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.deadlines.CalendarTable;
import org.suyuan.deadlines.web.Answers.AllowedAction;
import org.suyuan.deadlines.web.Answers.SignatureView;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.calendar.WorkingCalendar;
import org.suyuan.shared.calendar.YearTable;
import org.suyuan.shared.calendar.YearTable.DeclaredDay;

/** Shows calendars in the reader's language. */
@Component
class CalendarViews {
    private static final int MONTHS = 12;

    private final Words words;

    CalendarViews(Words words) {
        this.words = words;
    }

    /**
     * @param workingDays of the year by this table alone; null in lists
     * @param workingDaysByMonth January first
     */
    record CalendarView(
            String id,
            int notice,
            String source,
            CodedName state,
            @Nullable Long edition,
            int dayCount,
            @Nullable Integer workingDays,
            @Nullable List<Integer> workingDaysByMonth,
            @Nullable List<DayView> days,
            SignatureView drafted,
            @Nullable SignatureView decided,
            @Nullable List<AllowedAction> allowedActions) {}

    record DayView(
            LocalDate date,
            CodedName kind,
            String name,
            @Nullable String nameEn) {}

    record Imported(List<CalendarView> items) {}

    record Approved(CalendarView calendar, long recounted, long changed) {}

    record Days(String edition, int workingDays, List<CalendarDay> days) {}

    /**
     * @param works whether it is a working day
     * @param reason a sentence: 国庆节放假, 周末, 工作日 …
     * @param provisional no notice covers it yet
     */
    record CalendarDay(LocalDate date, boolean works, String reason, boolean provisional) {}

    CalendarView row(CalendarTable table, Locale locale) {
        return view(table, null, null, null, null, locale);
    }

    CalendarView detail(CalendarTable table, Actor actor, Locale locale) {
        int year = table.table().notice();
        WorkingCalendar alone = WorkingCalendar.of(
                "alone", List.of(new YearTable(year, table.table().days())));
        List<Integer> months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> alone.workingDays(month.atDay(1).minusDays(1), month.atEndOfMonth()))
                .toList();
        List<DayView> days = table.table().days().stream()
                .map(day -> new DayView(
                        day.date(), words.coded("deadlines.kind", day.kind(), locale), day.name(), day.nameEn()))
                .toList();
        return view(
                table,
                months.stream().mapToInt(Integer::intValue).sum(),
                months,
                days,
                Answers.decisions(actor, table.state(), table.drafted(), words, locale),
                locale);
    }

    private CalendarView view(
            CalendarTable table,
            @Nullable Integer workingDays,
            @Nullable List<Integer> months,
            @Nullable List<DayView> days,
            @Nullable List<AllowedAction> actions,
            Locale locale) {
        return new CalendarView(
                table.id().toString(),
                table.table().notice(),
                table.source(),
                words.coded("deadlines.state", table.state(), locale),
                table.edition(),
                table.dayCount(),
                workingDays,
                months,
                days,
                SignatureView.required(table.drafted()),
                SignatureView.of(table.decided()),
                actions);
    }

    Days days(WorkingCalendar calendar, LocalDate from, LocalDate to, Locale locale) {
        List<CalendarDay> days = from.datesUntil(to.plusDays(1))
                .map(date -> new CalendarDay(
                        date, calendar.works(date), reason(calendar, date, locale), !calendar.settled(date)))
                .toList();
        return new Days(calendar.version(), calendar.workingDays(from.minusDays(1), to), days);
    }

    private String reason(WorkingCalendar calendar, LocalDate date, Locale locale) {
        DeclaredDay declared = calendar.declared(date).orElse(null);
        if (declared == null) {
            return words.say(
                    calendar.works(date) ? "deadlines.calendar.weekday" : "deadlines.calendar.weekend", locale);
        }
        String name = Words.name(declared.name(), declared.nameEn(), locale);
        return words.say("deadlines.calendar." + declared.kind().name(), locale, name);
    }
}
