package org.suyuan.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.suyuan.shared.FieldError;

/**
 * What became of one delivery of events (EPCIS 2.0 §12.6.1). Capture is synchronous: a job is always finished.
 *
 * @param id UUIDv7
 * @param success false when any event was refused
 * @param stored new events
 * @param duplicates events that were already there and were not stored again
 * @param errors every bad event, at most {@link Captures#ERRORS_MAX} findings
 */
public record CaptureJob(
        UUID id,
        Instant createdAt,
        Instant finishedAt,
        ErrorBehaviour behaviour,
        boolean success,
        int stored,
        int duplicates,
        List<FieldError> errors) {
    public CaptureJob {
        errors = List.copyOf(errors);
    }
}
