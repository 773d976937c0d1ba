package org.suyuan.shared.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON body: where (JSON pointer, line and column), which value, which rule. */
public final class BodyProblems {
    /** Enumerations up to this size are listed in full. */
    private static final int CHOICES_MAX = 40;

    private BodyProblems() {}

    static Problem of(HttpMessageNotReadableException exception) {
        return exception.getCause() instanceof JacksonException json
                ? of(json)
                : new Problem(CommonProblem.MALFORMED, "the body is missing or cannot be read");
    }

    public static Problem of(JacksonException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException e ->
                malformed(e, null, "unknown-property", "expected one of: " + names(e.getKnownPropertyIds()));
            case InvalidNullException e -> invalid(e, "required", "expected: a value");
            case InvalidFormatException e ->
                malformed(e, String.valueOf(e.getValue()), "type", expected(e.getTargetType()));
            case ValueInstantiationException e -> refusedByType(e);
            case MismatchedInputException e when isMissing(e) -> invalid(e, "required", "expected: a value");
            case MismatchedInputException e -> malformed(e, null, "type", expected(e.getTargetType()));
            case StreamReadException e -> malformed(e, null, "json-syntax", syntax(e));
            default -> malformed(exception, null, "json-syntax", exception.getOriginalMessage());
        };
    }

    /** A record or id refused the value: its own words say why. */
    private static Problem refusedByType(ValueInstantiationException e) {
        if (e.getCause() instanceof Problem problem) {
            List<FieldError> errors = problem.errors().stream()
                    .map(error -> new FieldError(
                            pointer(e) + "/" + error.pointer(), error.value(), error.rule(), error.message()))
                    .toList();
            return errors.isEmpty() ? problem : new InvalidInput(errors);
        }
        String message = e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
                ? refused.getMessage()
                : expected(e.getType().getRawClass());
        return invalid(e, "value", message);
    }

    /** Jackson tells a missing creator property only by its words. */
    private static boolean isMissing(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        return message != null && message.startsWith("Missing required creator property");
    }

    private static Problem invalid(JacksonException e, String rule, String message) {
        return InvalidInput.of(pointer(e), null, rule, message);
    }

    private static Problem malformed(JacksonException e, @Nullable String value, String rule, String message) {
        String where = at(e.getLocation());
        return ProblemAdvice.malformed(
                new FieldError(pointer(e), value, rule, where.isEmpty() ? message : message + " (" + where + ")"));
    }

    private static String syntax(StreamReadException e) {
        String message = e.getOriginalMessage();
        return message == null ? "expected: JSON (RFC 8259)" : message;
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() != null
                        ? "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1")
                        : "/" + step.getIndex())
                .collect(Collectors.joining());
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null
                ? "(none)"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "expected: another type";
        }
        Object[] constants = type.getEnumConstants();
        if (constants != null && constants.length <= CHOICES_MAX) {
            return "expected one of: "
                    + Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return "expected: " + described(type);
    }

    private static String described(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> "a text";
            case "int", "long", "short", "java.lang.Integer", "java.lang.Long", "java.math.BigInteger" ->
                "a whole number";
            case "double", "float", "java.lang.Double", "java.math.BigDecimal" -> "a number";
            case "boolean", "java.lang.Boolean" -> "true or false";
            case "java.time.LocalDate" -> "a date, YYYY-MM-DD";
            case "java.time.Instant", "java.time.OffsetDateTime" -> "a time with offset, RFC 3339";
            case "java.util.UUID" -> "a UUID";
            case "java.util.List", "java.util.ArrayList", "java.util.Set", "java.util.Collection" -> "an array";
            default -> type.isRecord() ? "an object" : type.getSimpleName();
        };
    }
}
