package org.suyuan.events;

import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.json.EpcisJsonReader;
import org.suyuan.epcis.json.ReadResult;

/** Reads stored bodies back. */
public final class EventCodec {
    private static final EpcisJsonReader READER = new EpcisJsonReader();

    private EventCodec() {}

    /** The event as it was captured. */
    public static EpcisEvent asCaptured(StoredEvent stored) {
        AtomicReference<EpcisEvent> event = new AtomicReference<>();
        READER.read(new ByteArrayInputStream(stored.json()), result -> {
            if (result instanceof ReadResult.Accepted(int ignored, String alsoIgnored, EpcisEvent accepted)) {
                event.set(accepted);
            }
        });
        EpcisEvent read = event.get();
        if (read == null) {
            throw new IllegalStateException("event " + stored.seq() + " was stored but can no longer be read");
        }
        return read;
    }

    /** The event as queries give it back: with its id and the time it was stored (EPCIS 2.0 §7.4.1). */
    public static EpcisEvent asQueried(StoredEvent stored) {
        return asQueried(stored, asCaptured(stored));
    }

    /** The same where the event has been read already. */
    public static EpcisEvent asQueried(StoredEvent stored, EpcisEvent captured) {
        return captured.withEventID(stored.eventId())
                .withRecordTime(DateTimeStamp.of(stored.recordTime(), ZoneOffset.UTC));
    }
}
