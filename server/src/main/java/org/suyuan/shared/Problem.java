package org.suyuan.shared;

import java.util.List;
import java.util.Map;

/** Ends a request with an RFC 9457 answer. Expected refusals inside the domain are sealed results, not this. */
public class Problem extends RuntimeException {
    private final ProblemType type;
    private final transient List<FieldError> errors;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<FieldError> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Members beyond the usual ones, for programs (RFC 9457 §3.2); none unless a problem says otherwise. */
    public Map<String, String> members() {
        return Map.of();
    }
}
