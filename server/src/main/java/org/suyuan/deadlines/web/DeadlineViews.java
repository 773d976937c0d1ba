package org.suyuan.deadlines.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.calendar.Budget;
import org.suyuan.shared.calendar.Deadline;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.Deadline.Remaining;
import org.suyuan.shared.calendar.ExplainedDay;
import org.suyuan.shared.calendar.Suspension;

/** Shows ends of limits and how they were counted: the same for clocks and for previews. */
@Component
class DeadlineViews {
    /** Days told of one limit; no limit of the law is longer by far. */
    static final int EXPLAINED_MAX = 1_000;

    private final Words words;

    DeadlineViews(Words words) {
        this.words = words;
    }

    /**
     * @param day last day
     * @param at first moment at which it is too late
     * @param text for people, with weekday and 暂定 where it is provisional
     */
    record DueView(LocalDate day, OffsetDateTime at, boolean provisional, String text) {}

    /** Negative numbers: since the end. */
    record RemainingView(int workingDays, int naturalDays, long minutes, boolean overdue, String text) {}

    record SuspensionView(OffsetDateTime from, @Nullable OffsetDateTime to, String reason, String legalBasis) {}

    /**
     * @param counted days counted up to this one
     * @param elapsedMinutes counted up to the end of this day, for limits in hours
     * @param text what this day did, as a sentence
     */
    record DayView(
            LocalDate date,
            CodedName standing,
            int counted,
            @Nullable Long elapsedMinutes,
            String text,
            boolean last,
            boolean provisional) {}

    record Explanation(List<DayView> days, boolean truncated) {}

    @Nullable
    DueView due(@Nullable Due due, Budget budget, Locale locale) {
        return due == null
                ? null
                : new DueView(due.day(), Words.time(due.at()), due.provisional(), words.due(due, budget, locale));
    }

    @Nullable
    RemainingView remaining(Deadline deadline, Instant now, Locale locale) {
        Remaining remaining = deadline.remaining(now);
        return remaining == null
                ? null
                : new RemainingView(
                        remaining.workingDays(),
                        remaining.naturalDays(),
                        remaining.time().toMinutes(),
                        remaining.overdue(),
                        words.remaining(remaining, deadline.budget(), locale));
    }

    List<SuspensionView> suspensions(List<Suspension> suspensions) {
        return suspensions.stream()
                .map(suspension -> new SuspensionView(
                        Words.time(suspension.from()),
                        Words.timeIfAny(suspension.to()),
                        suspension.reason(),
                        suspension.legalBasis()))
                .toList();
    }

    /** @param until last day told of a limit without an end yet */
    Explanation explanation(Deadline deadline, LocalDate until, Locale locale) {
        List<ExplainedDay> days = deadline.explanation(until, EXPLAINED_MAX + 1);
        boolean truncated = days.size() > EXPLAINED_MAX;
        return new Explanation(
                days.stream()
                        .limit(EXPLAINED_MAX)
                        .map(day -> day(day, deadline.budget(), locale))
                        .toList(),
                truncated);
    }

    private DayView day(ExplainedDay day, Budget budget, Locale locale) {
        return new DayView(
                day.date(),
                words.coded("deadlines.standing", day.standing(), locale),
                day.counted(),
                day.elapsed() == null ? null : day.elapsed().toMinutes(),
                words.day(day, budget, locale),
                day.last(),
                day.provisional());
    }
}
