package org.suyuan.epcis.json;

import java.util.List;

/** How the reading of a whole document ended. */
public sealed interface ReadOutcome {

    /**
     * The document was read to its end.
     *
     * @param violations what is wrong outside the events; a document with any must not be captured
     */
    record Complete(DocumentHead head, int accepted, int rejected, List<Violation> violations) implements ReadOutcome {
        public Complete {
            violations = List.copyOf(violations);
        }

        public boolean isClean() {
            return rejected == 0 && violations.isEmpty();
        }
    }

    /**
     * The text stopped being JSON, or passed a limit that cannot be stepped over.
     *
     * @param line from 1
     * @param column from 1
     */
    record Broken(int line, int column, String reason, int eventsBefore) implements ReadOutcome {}
}
