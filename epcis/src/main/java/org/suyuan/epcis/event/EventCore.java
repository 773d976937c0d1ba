package org.suyuan.epcis.event;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every event type shares (EPCIS 2.0 §7.4.1), grouped by the standard's dimensions; the "what" dimension is the
 * event types' own.
 *
 * @param context what the sender's names mean; the document's context followed by the event's own
 */
public record EventCore(
        Statement statement,
        When when,
        Where where,
        Why why,
        List<SensorElement> sensorElementList,
        List<Extension> extensions,
        LdContext context) {

    private static final String CLAUSE = "EPCIS 2.0 §7.4.1";

    /** The event as a statement: its name, when it was stored, and what vouches for it or takes it back. */
    public record Statement(
            @Nullable String eventID,
            @Nullable DateTimeStamp recordTime,
            List<String> certificationInfo,
            @Nullable ErrorDeclaration errorDeclaration) {

        public static final Statement UNNAMED = new Statement(null, null, List.of(), null);

        public Statement {
            Rules.requireUriIfPresent("eventID", eventID, CLAUSE);
            certificationInfo = List.copyOf(certificationInfo);
            for (String uri : certificationInfo) {
                EpcisUri.require("certificationInfo", uri, CLAUSE);
            }
        }
    }

    /** When it happened, and how the clock read there. */
    public record When(DateTimeStamp eventTime, TimeZoneOffset eventTimeZoneOffset) {}

    /** Where it was seen, and where things are afterwards. */
    public record Where(
            @Nullable ReadPoint readPoint, @Nullable BizLocation bizLocation) {
        public static final Where UNSAID = new Where(null, null);
    }

    /** The business around it. */
    public record Why(
            @Nullable CbvTerm bizStep,
            @Nullable CbvTerm disposition,
            @Nullable PersistentDisposition persistentDisposition,
            List<BizTransaction> bizTransactionList,
            List<Source> sourceList,
            List<Destination> destinationList) {

        public static final Why UNSAID = new Why(null, null, null, List.of(), List.of(), List.of());

        public Why {
            Rules.requireVocabulary("bizStep", bizStep, CbvVocabulary.BIZ_STEP);
            Rules.requireVocabulary("disposition", disposition, CbvVocabulary.DISPOSITION);
            bizTransactionList = List.copyOf(bizTransactionList);
            sourceList = List.copyOf(sourceList);
            destinationList = List.copyOf(destinationList);
        }
    }

    public EventCore {
        sensorElementList = List.copyOf(sensorElementList);
        extensions = List.copyOf(extensions);
    }

    /** A core that says only when; the {@code with…} methods add the rest. */
    public static EventCore at(DateTimeStamp eventTime, TimeZoneOffset offset) {
        return new EventCore(
                Statement.UNNAMED,
                new When(eventTime, offset),
                Where.UNSAID,
                Why.UNSAID,
                List.of(),
                List.of(),
                LdContext.OF_THE_STANDARD);
    }

    public EventCore with(Statement newStatement) {
        return new EventCore(newStatement, when, where, why, sensorElementList, extensions, context);
    }

    public EventCore with(Where newWhere) {
        return new EventCore(statement, when, newWhere, why, sensorElementList, extensions, context);
    }

    public EventCore with(Why newWhy) {
        return new EventCore(statement, when, where, newWhy, sensorElementList, extensions, context);
    }

    Optional<ReadPoint> readPoint() {
        return Optional.ofNullable(where.readPoint());
    }
}
