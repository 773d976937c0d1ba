package org.suyuan.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.TooManyRequests;
import org.suyuan.shared.web.Problems;
import org.suyuan.shared.web.RequestIds;

/** What all pages of the portal share: the frame around them, and errors with the same face. */
@ControllerAdvice(annotations = PortalController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortalPages {
    private static final Logger LOG = LoggerFactory.getLogger(PortalPages.class);

    private final MessageSource messages;
    private final Problems problems;

    PortalPages(MessageSource messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        return Frame.of(request, locale);
    }

    @ExceptionHandler(Exception.class)
    @Nullable ModelAndView failed(
            Exception failure, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        Problem problem = problem(failure);
        if (problem.type() == CommonProblem.INTERNAL) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        boolean page = Representation.of(request).orElse(Representation.PAGE) == Representation.PAGE;
        if (!page) {
            problems.write(request, response, problem);
            return null;
        }
        if (problem instanceof TooManyRequests wait) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.retryAfterSeconds()));
        }
        return page(problem.type().status(), problem, request, locale);
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case ErrorResponse standard -> new Problem(type(standard.getStatusCode()), "");
            default -> new Problem(CommonProblem.INTERNAL, "the platform failed; the request id names the log entry");
        };
    }

    private static CommonProblem type(HttpStatusCode status) {
        for (CommonProblem type : CommonProblem.values()) {
            if (type.status() == status.value()) {
                return type;
            }
        }
        return status.is4xxClientError() ? CommonProblem.MALFORMED : CommonProblem.INTERNAL;
    }

    /** The page for a status; used for the container's own errors as well. */
    ModelAndView page(int status, @Nullable Problem problem, HttpServletRequest request, Locale locale) {
        Words words = new Words(messages, locale);
        String key = words.find("error." + status).isPresent() ? "error." + status : status < 500 ? "error.400" : "error.500";
        String why = problem instanceof TooManyRequests wait
                ? words.say(key + ".why", words.duration(Duration.ofSeconds(wait.retryAfterSeconds())))
                : words.say(key + ".why", "");
        ModelAndView page = new ModelAndView(
                "portal/error",
                Map.of(
                        "frame", Frame.of(request, locale),
                        "headline", words.say(key),
                        "why", why,
                        "ours", status >= 500,
                        "requestId", RequestIds.of(request)));
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }
}
