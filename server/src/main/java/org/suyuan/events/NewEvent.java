package org.suyuan.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;

/**
 * An event about to be stored.
 *
 * @param json as the codec writes it, without the id and record time that the platform adds
 * @param parties operators that took part: of the places, the source and destination, and who captured it
 * @param regionPath path of the region where it happened, null when the place is not registered
 */
public record NewEvent(
        CapturedEvent captured,
        byte[] json,
        UUID captureId,
        ActorId capturedBy,
        List<OperatorId> parties,
        @Nullable String regionPath) {
    public EventKey key() {
        return new EventKey(
                captured.eventId(), captured.event().errorDeclaration().isPresent());
    }
}
