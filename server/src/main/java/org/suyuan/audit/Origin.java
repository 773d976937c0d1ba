package org.suyuan.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.suyuan.shared.web.RequestIds;

/**
 * Where a deed came from. The one ambient thing here: it is evidence for whoever investigates, decides nothing, and would
 * otherwise be a parameter of every use case of the platform.
 *
 * @param client the program, as it calls itself, cut to {@value #CLIENT_LENGTH_MAX} characters
 */
public record Origin(
        @Nullable String requestId,
        @Nullable String address,
        @Nullable String client) {
    static final int CLIENT_LENGTH_MAX = 200;

    /** The platform itself: a job, a start. */
    public static final Origin PLATFORM = new Origin(null, null, null);

    public static Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : PLATFORM;
    }

    private static Origin of(HttpServletRequest request) {
        String client = request.getHeader(HttpHeaders.USER_AGENT);
        return new Origin(
                RequestIds.of(request),
                request.getRemoteAddr(),
                client == null ? null : client.substring(0, Math.min(client.length(), CLIENT_LENGTH_MAX)));
    }
}
