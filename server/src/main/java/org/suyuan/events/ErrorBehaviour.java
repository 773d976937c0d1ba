package org.suyuan.events;

import java.util.Locale;

/** What becomes of a document with bad events: the standard's {@code GS1-Capture-Error-Behaviour} (EPCIS 2.0 §12.6.1). */
public enum ErrorBehaviour {
    /** All or nothing; the default. */
    ROLLBACK,
    /** Good events are kept, bad ones are listed. */
    PROCEED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
