package org.suyuan.registry.web;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.Faults;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.web.Revision;

/** What the registry's controllers answer alike, and how they read ids and codes of an address. */
final class Answers {
    static final String BASE = "/api/registry";

    private Answers() {}

    static <V> ResponseEntity<V> detail(V view, long version) {
        return ResponseEntity.ok().eTag(new Revision(version).etag()).body(view);
    }

    static <V> ResponseEntity<V> created(String plural, String id, V view, long version) {
        return ResponseEntity.created(URI.create(BASE + "/" + plural + "/" + id))
                .eTag(new Revision(version).etag())
                .body(view);
    }

    /** Also for what the actor may not see: it does not learn that it is there. */
    static Problem notFound(String id) {
        return new Problem(CommonProblem.NOT_FOUND, "nothing with id " + id);
    }

    /** An id in a path; what is no id is not found. */
    static UUID pathId(String text) {
        UUID id = Faults.uuid(text);
        if (id == null) {
            throw notFound(text);
        }
        return id;
    }

    /** An id in a query. */
    static @Nullable UUID queryId(String name, @Nullable String text) {
        UUID id = Faults.uuid(text);
        if (text != null && id == null) {
            throw InvalidInput.of(name, text, "id", "expected: an id that this platform gave");
        }
        return id;
    }

    static @Nullable Gtin queryGtin(String name, @Nullable String text) {
        try {
            return text == null ? null : Gtin.of(text);
        } catch (Gs1SyntaxException e) {
            throw InvalidInput.of(name, text, Faults.ruleName(e.rule()), e.detail());
        }
    }

    static @Nullable RegionCode queryRegion(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return RegionCode.parse(text)
                .orElseThrow(
                        () -> InvalidInput.of(name, text, "region", "expected: a code of 2, 4, 6, 9 or 12 digits"));
    }
}
