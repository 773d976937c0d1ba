package org.suyuan.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.FileId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;

/**
 * One upload.
 *
 * @param name sanitised
 * @param type sniffed
 * @param preview whether there is one, as far as is known
 * @param place who may see it beside whoever uploaded it
 */
public record StoredFile(
        FileId id,
        Sha256 sha256,
        String name,
        FileType type,
        long size,
        ScanState scan,
        Preview preview,
        ActorId uploadedBy,
        String uploadedByName,
        Instant uploadedAt,
        Place place) {

    /** Whether a small picture of it exists. */
    public enum Preview {
        /** Nobody has asked for it yet. */
        UNMADE,
        MADE,
        IMPOSSIBLE
    }

    /**
     * Whose file it is.
     *
     * @param regionPath for example {@code /35/3502/350212/}
     */
    public record Place(
            @Nullable String regionPath,
            @Nullable OrganisationId organisation,
            @Nullable OperatorId operator) {
        public static final Place NOWHERE = new Place(null, null, null);
    }
}
