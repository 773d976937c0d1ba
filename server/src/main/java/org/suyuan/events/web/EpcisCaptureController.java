package org.suyuan.events.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.events.CaptureJob;
import org.suyuan.events.CaptureOutcome;
import org.suyuan.events.Captures;
import org.suyuan.events.ErrorBehaviour;
import org.suyuan.events.EventStore;
import org.suyuan.events.EventsProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** The capture interface of EPCIS 2.0 §12.6.1 and §12.7.1. */
@RestController
@RequestMapping("/epcis")
class EpcisCaptureController {
    /** Bytes of one document, after decompression. */
    static final long DOCUMENT_BYTES_MAX = 64L << 20;

    /** Events of one document. */
    static final int DOCUMENT_EVENTS_MAX = 100_000;

    private final Captures captures;
    private final EventStore store;

    EpcisCaptureController(Captures captures, EventStore store) {
        this.captures = captures;
        this.store = store;
    }

    @RequestMapping(path = "/capture", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header(HttpHeaders.ALLOW, "OPTIONS, GET, POST")
                .header("GS1-EPCIS-Version", EpcisHeaders.EPCIS_VERSION)
                .header("GS1-CBV-Version", EpcisHeaders.CBV_VERSION)
                .header("GS1-EPCIS-Capture-Limit", String.valueOf(DOCUMENT_EVENTS_MAX))
                .header("GS1-EPCIS-Capture-File-Size-Limit", String.valueOf(DOCUMENT_BYTES_MAX))
                .header("GS1-Capture-Error-Behaviour", "rollback")
                .build();
    }

    @PostMapping(
            path = "/capture",
            consumes = {"application/json", "application/ld+json"})
    ResponseEntity<JobView> capture(
            HttpServletRequest request,
            @RequestHeader(name = "GS1-Capture-Error-Behaviour", required = false) @Nullable String behaviour,
            Actor actor)
            throws IOException {
        CaptureOutcome.Judged judged = judged(captures.capture(body(request), behaviour(behaviour), actor));
        CaptureJob job = judged.job();
        if (!job.success() && job.behaviour() == ErrorBehaviour.ROLLBACK) {
            throw new Problem(
                    EventsProblem.VALIDATION, job.errors().size() + " findings; nothing was stored", job.errors());
        }
        return EpcisHeaders.on(ResponseEntity.status(HttpStatus.ACCEPTED))
                .location(URI.create("/epcis/capture/" + job.id()))
                .body(JobView.of(job));
    }

    @PostMapping(
            path = "/events",
            consumes = {"application/json", "application/ld+json"})
    ResponseEntity<Void> captureOne(HttpServletRequest request, Actor actor) throws IOException {
        CaptureOutcome.Judged judged = judged(captures.capture(body(request), ErrorBehaviour.ROLLBACK, actor));
        if (!judged.job().success()) {
            throw new Problem(
                    EventsProblem.VALIDATION,
                    judged.job().errors().getFirst().message(),
                    judged.job().errors());
        }
        return EpcisHeaders.on(ResponseEntity.status(HttpStatus.CREATED))
                .location(EpcisHeaders.eventUri(judged.eventIds().getFirst()))
                .build();
    }

    @GetMapping("/capture/{id}")
    ResponseEntity<JobView> job(@PathVariable UUID id, Actor actor) {
        actor.require(Permission.EVENTS_CAPTURE);
        JobView job = store.job(id, actor.id())
                .map(JobView::of)
                .orElseThrow(() -> new Problem(EventsProblem.NO_SUCH_RESOURCE, "no capture job " + id));
        return EpcisHeaders.on(ResponseEntity.ok()).body(job);
    }

    @GetMapping("/capture")
    ResponseEntity<List<JobView>> jobs(
            @RequestParam(defaultValue = "30") int perPage,
            @RequestParam(required = false) @Nullable String nextPageToken,
            Actor actor) {
        actor.require(Permission.EVENTS_CAPTURE);
        Page<CaptureJob> page = store.jobs(actor.id(), new PageRequest(perPage, nextPageToken, false));
        ResponseEntity.BodyBuilder answer = EpcisHeaders.on(ResponseEntity.ok());
        if (page.next() != null) {
            answer.header(
                    HttpHeaders.LINK,
                    "</epcis/capture?perPage=" + perPage + "&nextPageToken=" + page.next() + ">; rel=\"next\"");
        }
        return answer.body(page.items().stream().map(JobView::of).toList());
    }

    private static CaptureOutcome.Judged judged(CaptureOutcome outcome) {
        return switch (outcome) {
            case CaptureOutcome.Judged judged -> judged;
            case CaptureOutcome.Unreadable(String reason) ->
                throw new Problem(
                        EventsProblem.VALIDATION,
                        "not an EPCIS JSON-LD document: " + reason,
                        List.of(new FieldError("", null, "json", reason)));
        };
    }

    private static ErrorBehaviour behaviour(@Nullable String word) {
        return switch (word) {
            case null -> ErrorBehaviour.ROLLBACK;
            case "rollback" -> ErrorBehaviour.ROLLBACK;
            case "proceed" -> ErrorBehaviour.PROCEED;
            default ->
                throw new Problem(
                        EventsProblem.VALIDATION,
                        "GS1-Capture-Error-Behaviour: " + word + " (expected: rollback or proceed)");
        };
    }

    private static InputStream body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > DOCUMENT_BYTES_MAX) {
            throw BoundedBody.tooLarge(DOCUMENT_BYTES_MAX);
        }
        boolean zipped = "gzip".equalsIgnoreCase(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        InputStream raw = request.getInputStream();
        return new BoundedBody(zipped ? new GZIPInputStream(raw) : raw, DOCUMENT_BYTES_MAX);
    }

    /** A capture job as the standard's OpenAPI shapes it; what it adds is after {@code errors}. */
    record JobView(
            String captureID,
            Instant createdAt,
            Instant finishedAt,
            boolean running,
            boolean success,
            String captureErrorBehaviour,
            List<ErrorView> errors,
            int stored,
            int duplicates) {
        static JobView of(CaptureJob job) {
            return new JobView(
                    job.id().toString(),
                    job.createdAt(),
                    job.finishedAt(),
                    false,
                    job.success(),
                    job.behaviour().word(),
                    job.errors().stream().map(ErrorView::of).toList(),
                    job.stored(),
                    job.duplicates());
        }
    }

    /** One bad place, as an RFC 9457 member of the job. */
    record ErrorView(
            String type,
            String title,
            int status,
            String detail,
            String pointer,
            @Nullable String value,
            String rule) {
        static ErrorView of(FieldError error) {
            return new ErrorView(
                    EventsProblem.VALIDATION.epcisException(),
                    "Event refused",
                    EventsProblem.VALIDATION.status(),
                    error.message(),
                    error.pointer(),
                    error.value(),
                    error.rule());
        }
    }
}
