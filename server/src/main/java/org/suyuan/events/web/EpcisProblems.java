package org.suyuan.events.web;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.suyuan.events.EventsProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.Problem;

/** Problems of the EPCIS endpoints carry the standard's exception names as their {@code type} (EPCIS 2.0 §12.5). */
@RestControllerAdvice(assignableTypes = {EpcisCaptureController.class, EpcisQueryController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class EpcisProblems {
    @ExceptionHandler(Problem.class)
    ResponseEntity<EpcisProblem> answer(Problem problem) {
        String type = problem.type() instanceof EventsProblem own
                ? own.epcisException()
                : EventsProblem.QUERY_PARAMETER.epcisException();
        int status = problem.type() instanceof EventsProblem
                ? problem.type().status()
                : Math.min(problem.type().status(), 400);
        return EpcisHeaders.on(ResponseEntity.status(status))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new EpcisProblem(
                        type,
                        type.substring(type.indexOf(':') + 1),
                        status,
                        String.valueOf(problem.getMessage()),
                        problem.errors()));
    }

    record EpcisProblem(String type, String title, int status, String detail, List<FieldError> errors) {}
}
