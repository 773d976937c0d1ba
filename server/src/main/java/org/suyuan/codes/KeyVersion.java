package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database and the API know of a code key: everything but the key.
 *
 * @param version 10 … 99, the first two digits of a serial made with it
 * @param created when
 * @param retired when a newer version took over for new batches; codes of this version stay valid
 * @param checkValue tells a right key file from a wrong one
 */
public record KeyVersion(
        int version, Instant created, @Nullable Instant retired, String checkValue) {}
