package org.suyuan.shared.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;

/**
 * The {@code If-Match} header of a write (RFC 9110 §13.1.1), a parameter of controllers. Without the header the write is
 * unconditional.
 */
public record IfMatch(@Nullable String header) {
    /** Throws 412 when the caller saw another revision than the current one. */
    public void check(Revision current) {
        if (header == null || header.strip().equals("*")) {
            return;
        }
        boolean seen = Arrays.stream(header.split(",")).map(String::strip).anyMatch(current.etag()::equals);
        if (!seen) {
            throw new Problem(
                    CommonProblem.CHANGED_MEANWHILE, "If-Match: " + header + " (current: " + current.etag() + ")");
        }
    }
}
