package org.suyuan.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;

/**
 * Turns whatever ends a request into a problem (api.md "Errors"). A module that answers differently, as EPCIS or the
 * portal's pages do, has an advice of its own with a higher precedence.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** Security's own exceptions belong to its filters, which know whether to ask for a login. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException e) {
        throw e;
    }

    /** The reader has gone; there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void nobodyListens() {}

    @ExceptionHandler(Exception.class)
    void answer(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof ErrorResponse standard) {
            standard.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        Problem problem = problemOf(e);
        if (problem.type() == CommonProblem.INTERNAL) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        }
        problems.write(request, response, problem);
    }

    static Problem problemOf(Exception exception) {
        return switch (exception) {
            case Problem problem -> problem;
            case AccessRefused refused ->
                new Problem(CommonProblem.FORBIDDEN, "missing permission: " + refused.missing());
            case HttpMessageNotReadableException unreadable -> BodyProblems.of(unreadable);
            case MethodArgumentNotValidException invalid -> ValidationProblems.of(invalid);
            case HandlerMethodValidationException invalid -> ValidationProblems.of(invalid);
            case ConstraintViolationException invalid -> ValidationProblems.of(invalid);
            case MethodArgumentTypeMismatchException mismatch -> ValidationProblems.of(mismatch);
            case MissingServletRequestParameterException missing -> required(missing.getParameterName());
            case MissingServletRequestPartException missing -> required(missing.getRequestPartName());
            case MissingRequestHeaderException missing -> required(missing.getHeaderName());
            case MaxUploadSizeExceededException tooLarge ->
                new Problem(CommonProblem.TOO_LARGE, "at most " + tooLarge.getMaxUploadSize() + " bytes");
            case CannotGetJdbcConnectionException _, CannotCreateTransactionException _, QueryTimeoutException _ -> {
                LOG.warn("the database does not answer", exception);
                yield new Problem(CommonProblem.UNAVAILABLE, "the database does not answer in time; try again");
            }
            case ErrorResponse standard ->
                ofStatus(standard.getStatusCode(), standard.getBody().getDetail());
            default -> internal();
        };
    }

    /** The nearest common problem for a status that Spring or the container chose. */
    static Problem ofStatus(HttpStatusCode status, @Nullable String detail) {
        for (CommonProblem type : CommonProblem.values()) {
            if (type.status() == status.value()) {
                return type == CommonProblem.INTERNAL ? internal() : new Problem(type, detail == null ? "" : detail);
            }
        }
        return status.is4xxClientError()
                ? new Problem(CommonProblem.MALFORMED, detail == null ? "status " + status.value() : detail)
                : internal();
    }

    /** Says nothing of the inside; the request id of the answer finds it in the log. */
    private static Problem internal() {
        return new Problem(CommonProblem.INTERNAL, "the platform failed; the request id names the log entry");
    }

    private static Problem required(String name) {
        return malformed(new FieldError(name, null, "required", "expected: a value"));
    }

    static Problem malformed(FieldError error) {
        return new Problem(CommonProblem.MALFORMED, error.pointer() + ": " + error.message(), List.of(error));
    }
}
