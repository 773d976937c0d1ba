package org.suyuan.epcis.event;

import java.util.List;
import java.util.Optional;

/**
 * One EPCIS 2.0 event. The records refuse what the standard forbids with {@link InvalidEventException}; lists that were
 * absent are empty.
 */
public sealed interface EpcisEvent
        permits ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent, AssociationEvent {

    EventCore core();

    /** The same event with another core, for example after an {@code eventID} was given to it. */
    EpcisEvent withCore(EventCore core);

    default EventType type() {
        return switch (this) {
            case ObjectEvent ignored -> EventType.OBJECT;
            case AggregationEvent ignored -> EventType.AGGREGATION;
            case TransactionEvent ignored -> EventType.TRANSACTION;
            case TransformationEvent ignored -> EventType.TRANSFORMATION;
            case AssociationEvent ignored -> EventType.ASSOCIATION;
        };
    }

    /** Empty for transformations, which have none (EPCIS 2.0 §7.4.5). */
    default Optional<Action> actionIfAny() {
        return switch (this) {
            case ObjectEvent event -> Optional.of(event.action());
            case AggregationEvent event -> Optional.of(event.action());
            case TransactionEvent event -> Optional.of(event.action());
            case TransformationEvent ignored -> Optional.empty();
            case AssociationEvent event -> Optional.of(event.action());
        };
    }

    default Optional<String> eventID() {
        return Optional.ofNullable(core().statement().eventID());
    }

    default DateTimeStamp eventTime() {
        return core().when().eventTime();
    }

    default TimeZoneOffset eventTimeZoneOffset() {
        return core().when().eventTimeZoneOffset();
    }

    default Optional<ErrorDeclaration> errorDeclaration() {
        return Optional.ofNullable(core().statement().errorDeclaration());
    }

    default Optional<CbvTerm> bizStep() {
        return Optional.ofNullable(core().why().bizStep());
    }

    default Optional<CbvTerm> disposition() {
        return Optional.ofNullable(core().why().disposition());
    }

    default Optional<String> readPoint() {
        return core().readPoint().map(ReadPoint::id);
    }

    default Optional<String> bizLocation() {
        return Optional.ofNullable(core().where().bizLocation()).map(BizLocation::id);
    }

    /** Instance/lot master data; empty where the type has none (EPCIS 2.0 §7.3.8). */
    default List<Extension> ilmdOrEmpty() {
        return switch (this) {
            case ObjectEvent event -> event.ilmd();
            case TransformationEvent event -> event.ilmd();
            case AggregationEvent ignored -> List.of();
            case TransactionEvent ignored -> List.of();
            case AssociationEvent ignored -> List.of();
        };
    }

    default EpcisEvent withEventID(String eventID) {
        EventCore.Statement old = core().statement();
        return withCore(core().with(new EventCore.Statement(
                eventID, old.recordTime(), old.certificationInfo(), old.errorDeclaration())));
    }

    default EpcisEvent withRecordTime(DateTimeStamp recordTime) {
        EventCore.Statement old = core().statement();
        return withCore(core().with(new EventCore.Statement(
                old.eventID(), recordTime, old.certificationInfo(), old.errorDeclaration())));
    }
}
