package org.suyuan.epcis.json;

import java.util.List;
import org.suyuan.epcis.event.EpcisEvent;

/** What became of one event of a document. */
public sealed interface ReadResult {

    /** Position among the document's events, from 0. */
    int index();

    /** JSON Pointer of the event in its document. */
    String pointer();

    record Accepted(int index, String pointer, EpcisEvent event) implements ReadResult {

        /** The event as one compact JSON-LD object with the context it needs, for storage and for giving it back. */
        public byte[] json() {
            return EpcisJsonWriter.toBytes(event);
        }
    }

    /** @param truncated whether more was wrong than {@link ReadLimits#findingsMax()} allows to list */
    record Rejected(int index, String pointer, List<Violation> violations, boolean truncated) implements ReadResult {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
