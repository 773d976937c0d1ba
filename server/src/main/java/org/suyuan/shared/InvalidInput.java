package org.suyuan.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input that breaks a rule: 422 with every field, value and rule. */
public final class InvalidInput extends Problem {
    public InvalidInput(List<FieldError> errors) {
        super(CommonProblem.RULE_BROKEN, summary(errors), errors);
    }

    public static InvalidInput of(String pointer, @Nullable String value, String rule, String message) {
        return new InvalidInput(List.of(new FieldError(pointer, value, rule, message)));
    }

    private static String summary(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
        return first.pointer() + ": " + first.value() + " (" + first.message() + ")" + more;
    }
}
