package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where visitors find the platform: {@code suyuan.public-url}, or as the request came where that is not set. Passkeys
 * and providers are bound to it.
 */
@Component
class PublicAddress {
    private final String configured;

    PublicAddress(@Value("${suyuan.public-url:}") String configured) {
        this.configured = configured.replaceFirst("/+$", "");
    }

    /** Scheme, host and port, without a slash at the end. */
    String of(HttpServletRequest request) {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : configured;
    }

    /** Relying party id of passkeys: the host alone. */
    String host(HttpServletRequest request) {
        String host = URI.create(of(request)).getHost();
        return host == null ? request.getServerName() : host;
    }
}
