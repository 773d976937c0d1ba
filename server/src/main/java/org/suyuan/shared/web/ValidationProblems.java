package org.suyuan.shared.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;

/** Broken rules of Jakarta Validation and of parameter conversion, every one with field, value and rule. */
final class ValidationProblems {
    private ValidationProblems() {}

    static Problem of(MethodArgumentNotValidException exception) {
        return new InvalidInput(exception.getBindingResult().getAllErrors().stream()
                .map(ValidationProblems::ofBinding)
                .toList());
    }

    static Problem of(HandlerMethodValidationException exception) {
        List<FieldError> errors = new ArrayList<>();
        for (ParameterValidationResult result : exception.getParameterValidationResults()) {
            if (result instanceof ParameterErrors ofFields) {
                ofFields.getAllErrors().forEach(error -> errors.add(ofBinding(error)));
            } else {
                String name = result.getMethodParameter().getParameterName();
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                    errors.add(new FieldError(
                            name == null ? "" : name, text(result.getArgument()), rule(error), message(error)));
                }
            }
        }
        return new InvalidInput(errors);
    }

    static Problem of(ConstraintViolationException exception) {
        return new InvalidInput(exception.getConstraintViolations().stream()
                .map(ValidationProblems::ofViolation)
                .toList());
    }

    /** Ids in a path are opaque: one that cannot be read names nothing, which is 404. */
    static Problem of(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return new Problem(CommonProblem.NOT_FOUND, mismatch.getName() + ": " + mismatch.getValue());
        }
        Throwable root = mismatch.getMostSpecificCause();
        if (root instanceof InvalidInput refused) {
            FieldError first = refused.errors().getFirst();
            return InvalidInput.of(mismatch.getName(), text(mismatch.getValue()), first.rule(), first.message());
        }
        String expected = mismatch.getRequiredType() == null
                ? "another type"
                : mismatch.getRequiredType().getSimpleName();
        String message = root instanceof IllegalArgumentException && root.getMessage() != null
                ? root.getMessage()
                : "expected: " + expected;
        return ProblemAdvice.malformed(new FieldError(mismatch.getName(), text(mismatch.getValue()), "type", message));
    }

    private static FieldError ofBinding(ObjectError error) {
        if (error instanceof org.springframework.validation.FieldError field) {
            return new FieldError(
                    pointer(field.getField()), text(field.getRejectedValue()), rule(field), message(field));
        }
        return new FieldError("", null, rule(error), message(error));
    }

    private static FieldError ofViolation(ConstraintViolation<?> violation) {
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(
                pointer(violation.getPropertyPath().toString()),
                text(violation.getInvalidValue()),
                hyphenated(rule),
                violation.getMessage());
    }

    /** {@code items[3].unit} as a JSON pointer. */
    private static String pointer(String path) {
        return "/" + path.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String rule(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0 ? "value" : hyphenated(codes[codes.length - 1]);
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? rule(error) : message;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
