package org.suyuan.events.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.json.DocumentHead;
import org.suyuan.epcis.json.EpcisJsonWriter;
import org.suyuan.events.EventCodec;
import org.suyuan.events.Events;
import org.suyuan.events.EventsProblem;
import org.suyuan.events.StoredEvent;
import org.suyuan.shared.Page;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** The query interface of EPCIS 2.0 §12.7: simple event queries with the standard's parameters. */
@RestController
@RequestMapping("/epcis")
class EpcisQueryController {
    private final Events events;
    private final Clock clock;

    EpcisQueryController(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/events/{eventId}")
    ResponseEntity<byte[]> event(@PathVariable String eventId, Actor actor) {
        StoredEvent stored = events.find(eventId, actor)
                .orElseThrow(() -> new Problem(EventsProblem.NO_SUCH_RESOURCE, "no event " + eventId));
        return EpcisHeaders.on(ResponseEntity.ok())
                .contentType(MediaType.APPLICATION_JSON)
                .body(EpcisJsonWriter.toBytes(EventCodec.asQueried(stored)));
    }

    /** Streams an {@code EPCISQueryDocument}; the next page is in the {@code Link} header. */
    @GetMapping("/events")
    void query(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        EpcisParameters parameters = EpcisParameters.of(request.getParameterMap());
        Page<StoredEvent> page = events.list(parameters.query(), parameters.page(), actor);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("GS1-EPCIS-Version", EpcisHeaders.EPCIS_VERSION);
        response.setHeader("GS1-CBV-Version", EpcisHeaders.CBV_VERSION);
        if (page.next() != null) {
            response.setHeader(HttpHeaders.LINK, "<" + nextPage(request, page.next()) + ">; rel=\"next\"");
        }
        DocumentHead head =
                DocumentHead.ofQuery(DateTimeStamp.of(clock.instant(), ZoneOffset.UTC), "SimpleEventQuery", null);
        OutputStream out = response.getOutputStream();
        try (EpcisJsonWriter.Document document = EpcisJsonWriter.open(head, out)) {
            page.items().stream().map(EventCodec::asQueried).forEach(document::write);
        }
    }

    private static String nextPage(HttpServletRequest request, String token) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getQueryString() != null) {
            uri.query(request.getQueryString());
        }
        return uri.replaceQueryParam("nextPageToken", token).build(true).toUriString();
    }
}
