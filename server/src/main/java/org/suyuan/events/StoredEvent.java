package org.suyuan.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as it is read back.
 *
 * @param bizStep bare CBV word or a sender's own URI
 * @param disposition likewise
 * @param readPoint canonical URI
 * @param bizLocation canonical URI
 * @param declaration whether it declares an earlier event erroneous
 * @param voided whether a later declaration says it was erroneous
 * @param json the event as captured
 */
public record StoredEvent(
        long seq,
        String eventId,
        String hash,
        String type,
        @Nullable String action,
        Instant eventTime,
        Instant recordTime,
        @Nullable String bizStep,
        @Nullable String disposition,
        @Nullable String readPoint,
        @Nullable String bizLocation,
        UUID captureId,
        boolean declaration,
        boolean voided,
        byte[] json) {}
