package org.suyuan.shared.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.ProblemType;
import org.suyuan.shared.TooManyRequests;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every refusal of the platform as RFC 9457 {@code application/problem+json}, in the reader's language. The one
 * place that does: controllers, security filters and the container's own errors all end here.
 */
@Component
public class Problems {
    /** Values come back in errors so that people see what they sent; longer ones are cut here. */
    static final int VALUE_LENGTH_MAX = 200;

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** Answers the request with the problem, unless an answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.type().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem instanceof TooManyRequests wait) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.retryAfterSeconds()));
        }
        response.getOutputStream().write(json.writeValueAsBytes(body(request, problem)));
        response.flushBuffer();
    }

    Body body(HttpServletRequest request, Problem problem) {
        Locale locale = locales.resolveLocale(request);
        List<FieldError> errors =
                problem.errors().stream().map(error -> localised(error, locale)).toList();
        String detail = problem instanceof InvalidInput ? summary(errors) : problem.getMessage();
        return new Body(
                typeOf(problem.type()),
                title(problem.type(), locale),
                problem.type().status(),
                detail,
                request.getRequestURI(),
                RequestIds.of(request),
                errors,
                problem.members());
    }

    /** The documentation page of a problem type; types of other standards ({@code epcisException:…}) stay as they are. */
    static String typeOf(ProblemType type) {
        return type.code().indexOf(':') >= 0 ? type.code() : "/problems/" + type.code();
    }

    String title(ProblemType type, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(type.titleKey(), null, null, locale), type.code());
    }

    /**
     * The message as the module wrote it, or the catalogue's text of the rule ({@code rule.<name>} with the value as
     * {@code {0}} and the module's message as {@code {1}}) where there is one.
     */
    public FieldError localised(FieldError error, Locale locale) {
        String value = shortened(error.value());
        Object[] arguments = {value == null ? "" : value, error.message()};
        String message = messages.getMessage("rule." + error.rule(), arguments, null, locale);
        return new FieldError(
                error.pointer(), value, error.rule(), Objects.requireNonNullElse(message, error.message()));
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= VALUE_LENGTH_MAX ? value : value.substring(0, VALUE_LENGTH_MAX) + "…";
    }

    private static String summary(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String more = errors.size() > 1 ? " (+" + (errors.size() - 1) + ")" : "";
        return first.pointer() + ": " + first.message() + more;
    }

    /** RFC 9457 members, then ours, then those of the one problem. */
    record Body(
            String type,
            String title,
            int status,
            @Nullable String detail,
            String instance,
            String requestId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
            @JsonAnyGetter Map<String, String> members) {}
}
