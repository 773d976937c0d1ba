package org.suyuan.deadlines.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.deadlines.LimitUnit;
import org.suyuan.deadlines.Rung;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.calendar.Budget;
import org.suyuan.shared.calendar.Deadline.Due;
import org.suyuan.shared.calendar.Deadline.Remaining;
import org.suyuan.shared.calendar.ExplainedDay;
import org.suyuan.shared.calendar.Suspension;
import org.suyuan.shared.calendar.WorkingCalendar;

/** Says deadlines in the reader's language: people read sentences, not codes. */
@Component
class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    CodedName coded(String list, Enum<?> value, Locale locale) {
        return new CodedName(value.name(), say(list + "." + value.name(), locale));
    }

    /** For example {@code 7个工作日}. */
    String budget(Budget budget, Locale locale) {
        return amount(LimitUnit.of(budget), budget.amount(), locale);
    }

    private String amount(LimitUnit unit, int amount, Locale locale) {
        return say("deadlines.amount." + unit.name(), locale, amount);
    }

    CodedName rung(Rung rung, Locale locale) {
        String amount = amount(rung.unit(), Math.abs(rung.offset()), locale);
        String key = rung.offset() == 0 ? "at" : rung.offset() < 0 ? "before" : "after";
        return new CodedName(rung.code(), say("deadlines.rung." + key, locale, amount));
    }

    /** The last day with its weekday, or for hours the minute; provisional ends say so. */
    String due(Due due, Budget budget, Locale locale) {
        String day = say(
                "deadlines.date",
                locale,
                String.valueOf(due.day().getYear()),
                due.day().getMonthValue(),
                due.day().getDayOfMonth(),
                due.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, locale));
        OffsetDateTime at = time(due.at());
        String text =
                budget instanceof Budget.Hours ? day + " " + "%02d:%02d".formatted(at.getHour(), at.getMinute()) : day;
        return due.provisional() ? say("deadlines.provisional", locale, text) : text;
    }

    String remaining(Remaining remaining, Budget budget, Locale locale) {
        if (budget instanceof Budget.Hours) {
            Duration time = remaining.time().abs();
            return say(
                    remaining.overdue() ? "deadlines.overdue-time" : "deadlines.left-time",
                    locale,
                    (int) time.toHours(),
                    time.toMinutesPart());
        }
        if (remaining.overdue()) {
            return say("deadlines.overdue", locale, amount(LimitUnit.NATURAL_DAYS, -remaining.naturalDays(), locale));
        }
        return remaining.naturalDays() == 0
                ? say("deadlines.last-day", locale)
                : say("deadlines.left", locale, amount(LimitUnit.WORKING_DAYS, remaining.workingDays(), locale));
    }

    /** What one day did, as a sentence. */
    String day(ExplainedDay day, Budget budget, Locale locale) {
        String text = switch (day.standing()) {
            case START -> say("deadlines.day.START", locale);
            case COUNTED -> counted(day, budget, locale);
            case MADE_UP -> say("deadlines.day.MADE_UP", locale, counted(day, budget, locale), name(day, locale));
            case WEEKEND -> say("deadlines.day.WEEKEND", locale);
            case HOLIDAY -> say("deadlines.day.HOLIDAY", locale, name(day, locale));
            case SUSPENDED -> suspended(day.suspension(), locale);
            case EXTENDED -> say("deadlines.day.EXTENDED", locale);
        };
        String told = day.provisional() ? say("deadlines.provisional", locale, text) : text;
        return day.last() ? say("deadlines.day.last", locale, told) : told;
    }

    private String counted(ExplainedDay day, Budget budget, Locale locale) {
        Duration elapsed = day.elapsed();
        if (elapsed != null) {
            return say("deadlines.day.hours", locale, (int) elapsed.toHours(), elapsed.toMinutesPart());
        }
        return say("deadlines.day.COUNTED." + LimitUnit.of(budget).name(), locale, String.valueOf(day.counted()));
    }

    private String suspended(@Nullable Suspension suspension, Locale locale) {
        return suspension == null
                ? say("deadlines.day.SUSPENDED", locale, "", "")
                : say("deadlines.day.SUSPENDED", locale, suspension.reason(), suspension.legalBasis());
    }

    private static String name(ExplainedDay day, Locale locale) {
        return name(day.name(), day.nameEn(), locale);
    }

    static String name(@Nullable String name, @Nullable String nameEn, Locale locale) {
        String chosen = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) && nameEn != null ? nameEn : name;
        return chosen == null ? "" : chosen;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime timeIfAny(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
