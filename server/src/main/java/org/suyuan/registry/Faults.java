package org.suyuan.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.registry.Checked.Broken;
import org.suyuan.registry.Checked.Fault;
import org.suyuan.registry.Checked.Sound;
import org.suyuan.shared.Amount;
import org.suyuan.shared.FieldError;

/** Collects everything wrong with one entry, so that its author hears of all of it at once. */
public final class Faults {
    /** Names and addresses; longer ones are mistakes. */
    static final int TEXT_LENGTH_MAX = 200;

    static final String REQUIRED = "required";
    /** The rule that stands for "somebody registered this before"; alone it makes a conflict rather than a bad input. */
    public static final String EXISTS = "exists";

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String pointer, @Nullable String value, String rule, String message) {
        errors.add(new FieldError(pointer, value, rule, message));
    }

    void add(String pointer, String value, Fault fault) {
        add(pointer, value, fault.rule(), fault.message());
    }

    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    public boolean none() {
        return errors.isEmpty();
    }

    void requireText(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            add(pointer, value, REQUIRED, "expected: a text");
        } else {
            checkText(pointer, value, TEXT_LENGTH_MAX);
        }
    }

    void checkText(String pointer, @Nullable String value, int lengthMax) {
        if (value == null) {
            return;
        }
        if (value.length() > lengthMax) {
            add(pointer, value, "length", "%d characters (expected: at most %d)".formatted(value.length(), lengthMax));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            add(pointer, value, "charset", "expected: no control characters");
        }
    }

    void requireId(String pointer, @Nullable String value) {
        if (value == null) {
            add(pointer, null, REQUIRED, "expected: an id");
        } else {
            checkId(pointer, value);
        }
    }

    void checkId(String pointer, @Nullable String value) {
        if (value != null && uuid(value) == null) {
            add(pointer, value, "id", "expected: an id that this platform gave");
        }
    }

    /** Null when the text is no id. */
    public static @Nullable UUID uuid(@Nullable String value) {
        if (value == null || value.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    void requireRegion(String pointer, @Nullable String value) {
        if (value == null) {
            add(pointer, null, REQUIRED, "expected: the code of a county or township");
            return;
        }
        RegionCode code = RegionCode.parse(value).orElse(null);
        if (code == null) {
            add(pointer, value, "region", "expected: a code of 6, 9 or 12 digits");
        }
    }

    <T> void checkRead(String pointer, @Nullable String value, Function<String, Checked<T>> reader) {
        if (value == null) {
            return;
        }
        switch (reader.apply(value)) {
            case Sound<T> sound -> {}
            case Broken<T>(Fault fault) -> add(pointer, value, fault);
        }
    }

    void checkGs1(String pointer, @Nullable String value, Function<String, ?> reader) {
        if (value == null) {
            return;
        }
        try {
            var _ = reader.apply(value);
        } catch (Gs1SyntaxException e) {
            add(pointer, value, ruleName(e.rule()), e.detail());
        }
    }

    /** {@code CHECK_DIGIT} is {@code check-digit} in errors, like all our rules. */
    public static String ruleName(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void checkAmount(String pointer, @Nullable Amount amount) {
        if (amount != null && amount.unit() != null && !amount.unit().matches("[0-9A-Z]{2,3}")) {
            add(
                    pointer + "/unit",
                    amount.unit(),
                    "unit",
                    "expected: a code of UN/CEFACT Recommendation 20, for example KGM");
        }
    }

    void checkPeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) {
            add("/validTo", to.toString(), "order", "expected: after validFrom " + from);
        }
    }

    void checkPoint(@Nullable Double latitude, @Nullable Double longitude) {
        if ((latitude == null) != (longitude == null)) {
            add(
                    latitude == null ? "/latitude" : "/longitude",
                    null,
                    REQUIRED,
                    "expected: latitude and longitude together");
        }
        checkDegrees("/latitude", latitude, 90);
        checkDegrees("/longitude", longitude, 180);
    }

    private void checkDegrees(String pointer, @Nullable Double degrees, int max) {
        if (degrees != null && !(Math.abs(degrees) <= max)) {
            add(pointer, degrees.toString(), "range", "expected: -%d … %d".formatted(max, max));
        }
    }
}
