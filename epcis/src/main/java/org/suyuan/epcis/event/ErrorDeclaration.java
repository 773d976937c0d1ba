package org.suyuan.epcis.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says that an earlier event with the same content is wrong (EPCIS 2.0 §7.4.1.2). The earlier event stays; what depends
 * on it must stop believing it from {@code declarationTime} on.
 */
public record ErrorDeclaration(
        DateTimeStamp declarationTime,
        @Nullable CbvTerm reason,
        List<String> correctiveEventIDs,
        List<Extension> extensions) {

    public ErrorDeclaration {
        Rules.requireVocabulary("reason", reason, CbvVocabulary.ERROR_REASON);
        correctiveEventIDs = List.copyOf(correctiveEventIDs);
        for (String id : correctiveEventIDs) {
            EpcisUri.require("correctiveEventIDs", id, "EPCIS 2.0 §7.4.1.2");
        }
        extensions = List.copyOf(extensions);
    }
}
