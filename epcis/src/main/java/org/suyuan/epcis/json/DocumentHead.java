package org.suyuan.epcis.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.LdContext;

/**
 * All of a document but its events (EPCIS 2.0 §10.1, §8.2.6).
 *
 * @param epcisHeader master data and whatever else the header holds, kept as it came
 * @param query present in an {@code EPCISQueryDocument}
 */
public record DocumentHead(
        Kind kind,
        LdContext context,
        @Nullable String id,
        @Nullable String schemaVersion,
        @Nullable DateTimeStamp creationDate,
        Parties parties,
        @Nullable ExtensionValue epcisHeader,
        @Nullable Query query,
        List<Extension> extensions) {

    /** The shapes in which events travel. */
    public enum Kind {
        EPCIS_DOCUMENT,
        EPCIS_QUERY_DOCUMENT,
        /** One event by itself. */
        EVENT,
        /** {@code {"@context": …, "eventList": […]}}. */
        EVENT_LIST
    }

    /** The fields taken over from the Standard Business Document Header. */
    public record Parties(
            @Nullable String sender,
            @Nullable String receiver,
            @Nullable String instanceIdentifier) {
        public static final Parties UNSAID = new Parties(null, null, null);
    }

    /** What a query result says of the query. */
    public record Query(
            @Nullable String queryName,
            @Nullable String subscriptionID,
            @Nullable ExtensionValue vocabularyList,
            List<Extension> extensions) {
        public Query {
            extensions = List.copyOf(extensions);
        }
    }

    public DocumentHead {
        extensions = List.copyOf(extensions);
    }

    /** The head of a document that this platform writes itself. */
    public static DocumentHead of(DateTimeStamp creationDate) {
        return new DocumentHead(
                Kind.EPCIS_DOCUMENT,
                LdContext.OF_THE_STANDARD,
                null,
                "2.0",
                creationDate,
                Parties.UNSAID,
                null,
                null,
                List.of());
    }

    /** The head of an answer to a query (EPCIS 2.0 §8.2.6). */
    public static DocumentHead ofQuery(DateTimeStamp creationDate, String queryName, @Nullable String subscriptionID) {
        return new DocumentHead(
                Kind.EPCIS_QUERY_DOCUMENT,
                LdContext.OF_THE_STANDARD,
                null,
                "2.0",
                creationDate,
                Parties.UNSAID,
                null,
                new Query(queryName, subscriptionID, null, List.of()),
                List.of());
    }
}
