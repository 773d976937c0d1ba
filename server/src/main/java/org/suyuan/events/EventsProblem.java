package org.suyuan.events;

import org.suyuan.shared.ProblemType;

/** What the EPCIS endpoints refuse; each answers with the standard's own exception name (EPCIS 2.0 §12.5). */
public enum EventsProblem implements ProblemType {
    VALIDATION("ValidationException", 400, Fault.CALLER),
    QUERY_PARAMETER("QueryParameterException", 400, Fault.CALLER),
    QUERY_TOO_LARGE("QueryTooLargeException", 413, Fault.CALLER),
    CAPTURE_LIMIT("CaptureLimitExceededException", 413, Fault.CALLER),
    NO_SUCH_RESOURCE("NoSuchResourceException", 404, Fault.CALLER),
    NOT_IMPLEMENTED("ImplementationException", 501, Fault.CALLER);

    private final String exception;
    private final int status;
    private final Fault fault;

    EventsProblem(String exception, int status, Fault fault) {
        this.exception = exception;
        this.status = status;
        this.fault = fault;
    }

    /** The {@code type} of the answer, as the standard's OpenAPI names it. */
    public String epcisException() {
        return "epcisException:" + exception;
    }

    @Override
    public String code() {
        return "epcis-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Fault fault() {
        return fault;
    }
}
