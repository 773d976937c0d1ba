package org.suyuan.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.ReadSubjects;
import org.suyuan.shared.audit.Subject;

/** Protected data in every way a controller can answer. Only tests that import it have it. */
@TestComponent
@RestController
@RequestMapping("/api/audit-trial")
class ReadsController {
    private static final String PERSON = "person";
    private static final String FOUND = "audit.trial.read";

    @GetMapping("/people/{id}")
    @AuditedRead(action = FOUND, kind = PERSON, id = "id")
    String one(@PathVariable UUID id) {
        return "data of " + id;
    }

    @GetMapping("/missing/{id}")
    @AuditedRead(action = FOUND, kind = PERSON, id = "id")
    String missing(@PathVariable UUID id) {
        throw new Problem(CommonProblem.NOT_FOUND, "nobody");
    }

    @GetMapping("/conflicts/{id}")
    @AuditedRead(action = FOUND, kind = PERSON, id = "id")
    ResponseEntity<String> conflict(@PathVariable UUID id) {
        return ResponseEntity.status(409).body("not now");
    }

    @GetMapping("/pairs/{one}/{other}")
    @AuditedRead(action = "audit.trial.listed", kind = PERSON)
    List<UUID> pair(@PathVariable UUID one, @PathVariable UUID other, HttpServletRequest request) {
        ReadSubjects.name(
                request, List.of(Subject.person(new ActorId(one), "One"), Subject.person(new ActorId(other), "Other")));
        return List.of(one, other);
    }

    @GetMapping("/pages/{id}")
    @AuditedRead(action = FOUND, kind = PERSON, id = "id")
    ModelAndView page(@PathVariable UUID id) {
        return new ModelAndView((model, request, response) ->
                response.getOutputStream().write(("data of " + id).getBytes(StandardCharsets.UTF_8)));
    }

    /** The trail refuses such an action, as it would any entry while it is full. */
    @GetMapping("/unrecordable/{id}")
    @AuditedRead(action = "no action", kind = PERSON, id = "id")
    String unrecordable(@PathVariable UUID id) {
        return "data of " + id;
    }
}
