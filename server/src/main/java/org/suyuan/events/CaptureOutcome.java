package org.suyuan.events;

import java.util.List;

/** How a delivery ended. */
public sealed interface CaptureOutcome {
    /**
     * The document was understood; {@link CaptureJob#success()} tells whether all of it was good.
     *
     * @param eventIds ids of the good events in the document's order, whether new or already there
     */
    record Judged(CaptureJob job, List<String> eventIds) implements CaptureOutcome {
        public Judged {
            eventIds = List.copyOf(eventIds);
        }
    }

    /** The document was no EPCIS JSON-LD at all; nothing was stored, not even a job. */
    record Unreadable(String reason) implements CaptureOutcome {}
}
