package org.suyuan.events.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;

/** What every answer of the EPCIS binding carries (EPCIS 2.0 §12.3). */
final class EpcisHeaders {
    static final String EPCIS_VERSION = "2.0.0";
    static final String CBV_VERSION = "2.0.0";

    private EpcisHeaders() {}

    static <B extends ResponseEntity.HeadersBuilder<B>> B on(B answer) {
        return answer.header("GS1-EPCIS-Version", EPCIS_VERSION)
                .header("GS1-CBV-Version", CBV_VERSION)
                .header("GS1-EPC-Format", "No_Preference");
    }

    static URI eventUri(String eventId) {
        return URI.create("/epcis/events/"
                + URLEncoder.encode(eventId, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
