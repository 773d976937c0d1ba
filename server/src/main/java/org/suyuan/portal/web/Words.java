package org.suyuan.portal.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.suyuan.registry.CodeValue;
import org.suyuan.shared.Amount;

/** How the portal speaks in one language: texts of the catalogue, dates, durations, quantities. */
final class Words {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy-MM-dd E", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT_ZH =
            DateTimeFormatter.ofPattern("yyyy-MM-dd E HH:mm", Locale.CHINA).withZone(ZONE);
    private static final DateTimeFormatter MOMENT_EN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZONE);

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    boolean english() {
        return locale.getLanguage().equals("en");
    }

    /** A text of {@code i18n/portal.properties}; {@code key} without the module's prefix. */
    String say(String key, Object... arguments) {
        return find(key, arguments)
                .orElseThrow(() -> new IllegalArgumentException("no text: portal." + key + " in " + locale));
    }

    Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(messages.getMessage("portal." + key, arguments, null, locale));
    }

    /** The first of some texts that exists, for words that have a special form in special cases. */
    Optional<String> firstOf(String... keys) {
        for (String key : keys) {
            Optional<String> text = find(key);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** The name in the reader's language, where it was given; else in Chinese, which always was. */
    String name(String chinese, @Nullable String english) {
        return english() && english != null ? english : chinese;
    }

    String name(CodeValue value) {
        return value.name(locale);
    }

    /** Several words as one phrase; an English one goes on in small letters. */
    String list(List<String> all) {
        List<String> phrase = new ArrayList<>();
        for (String word : all) {
            boolean goesOn = english() && !phrase.isEmpty() && !word.isEmpty();
            phrase.add(goesOn ? Character.toLowerCase(word.charAt(0)) + word.substring(1) : word);
        }
        return String.join(say("word-separator"), phrase);
    }

    String day(LocalDate day) {
        return (english() ? DAY_EN : DAY_ZH).format(day);
    }

    String moment(Instant time) {
        return (english() ? MOMENT_EN : MOMENT_ZH).format(time);
    }

    /** A length of time in its largest sensible unit, rounded down: 3 minutes, 2 hours, 5 days. */
    String duration(Duration length) {
        if (length.toDays() >= 2) {
            return say("duration.days", length.toDays());
        }
        if (length.toMinutes() >= 120) {
            return say("duration.hours", length.toHours());
        }
        return say("duration.minutes", Math.max(1, length.toMinutes()));
    }

    String ago(Instant time, Instant now) {
        Duration passed = Duration.between(time, now);
        return passed.toMinutes() < 1 ? say("duration.just-now") : say("duration.ago", duration(passed));
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
    }

    /** Unit codes of UN/CEFACT Rec 20 in words; one that nobody gave a word for stays a code. */
    String amount(Amount amount) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(3);
        BigDecimal value = amount.value();
        String unit = Objects.requireNonNullElse(amount.unit(), "H87");
        return format.format(value) + " " + find("unit." + unit).orElse(unit);
    }
}
