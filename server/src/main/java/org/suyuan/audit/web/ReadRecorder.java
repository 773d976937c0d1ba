package org.suyuan.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.suyuan.audit.ReadLog;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.ReadSubjects;
import org.suyuan.shared.audit.Subject;
import org.suyuan.shared.web.Actors;

/** Turns one answered request into what the trail takes; once a request. */
@Component
class ReadRecorder {
    /** Subject id of a list that does not name what it showed; the query is the entry's fact then. */
    static final String LIST = "*";

    private static final String RECORDED = ReadRecorder.class.getName();
    private static final int QUERY_LENGTH_MAX = 500;

    private final ReadLog log;
    private final Actors actors;

    ReadRecorder(ReadLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    void record(AuditedRead read, HttpServletRequest request) {
        if (request.getAttribute(RECORDED) != null) {
            return;
        }
        Map<String, String> facts = facts(request);
        List<Deed> reads = subjects(read, request).stream()
                .map(subject -> Deed.of(read.action(), subject, facts))
                .toList();
        log.read(actors.of(request), reads);
        request.setAttribute(RECORDED, true);
    }

    private static List<Subject> subjects(AuditedRead read, HttpServletRequest request) {
        List<Subject> named = ReadSubjects.of(request);
        if (!named.isEmpty()) {
            return named;
        }
        String id = read.id().isEmpty() ? LIST : pathVariable(read.id(), request);
        UUID uuid = uuid(id);
        ActorId person = uuid != null && read.kind().equals("person") ? new ActorId(uuid) : null;
        OperatorId operator = uuid != null && read.kind().equals("operator") ? new OperatorId(uuid) : null;
        return List.of(new Subject(read.kind(), id, id, person, operator, null));
    }

    private static String pathVariable(String name, HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(name) instanceof String value) {
            return value;
        }
        throw new IllegalStateException(
                "@AuditedRead names path variable " + name + ", which " + request.getRequestURI() + " does not have");
    }

    private static @Nullable UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static Map<String, String> facts(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Map.of()
                : Map.of("query", query.substring(0, Math.min(query.length(), QUERY_LENGTH_MAX)));
    }
}
