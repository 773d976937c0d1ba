package org.suyuan.events;

import java.util.List;

/** Contract for modules that derive something from events; {@code trace} files them under their units. */
public interface CaptureProjection {
    /**
     * Called inside the capture transaction with the new events of a document, in capture order. An exception rolls the
     * whole document back.
     */
    void captured(List<CapturedEvent> events);
}
