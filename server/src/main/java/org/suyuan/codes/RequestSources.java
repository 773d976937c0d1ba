package org.suyuan.codes;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.suyuan.shared.access.Actor;

/**
 * Who checks, as an HTTP request tells it. The region comes from a header ({@code suyuan.client-region-header}) that
 * the reverse proxy sets, and only when the request came through a proxy that the server trusts
 * ({@code server.tomcat.remoteip.internal-proxies}): whoever connects directly could write anything there.
 */
@Component
public class RequestSources {
    /** Set by Tomcat's RemoteIpValve when the request came through a trusted proxy. */
    private static final String FORWARDED = "org.apache.tomcat.request.forwarded";

    private final ClientAddresses addresses;
    private final CheckPlaces places;
    private final String regionHeader;

    RequestSources(
            ClientAddresses addresses,
            CheckPlaces places,
            @Value("${suyuan.client-region-header:}") String regionHeader) {
        this.addresses = addresses;
        this.places = places;
        this.regionHeader = regionHeader;
    }

    /** Somebody at a browser or app. */
    public Source visitor(HttpServletRequest request, Channel channel) {
        return new Source(channel, addresses.pseudonym(request.getRemoteAddr()), place(request), agent(request));
    }

    /**
     * A system that asks for people of its own.
     *
     * @param device the system's own stable name for the asker, so that its users are not taken for one; stored only as a pseudonym
     * @param place as the system tells it; where it tells none, none is known: its own address says nothing
     */
    public Source system(
            HttpServletRequest request, Actor actor, Channel channel, @Nullable String device, CheckPlace place) {
        String name = "client " + actor.id() + (device == null ? "" : " " + device);
        return new Source(channel, addresses.pseudonym(name), place, agent(request));
    }

    private CheckPlace place(HttpServletRequest request) {
        boolean trusted = !regionHeader.isEmpty() && Boolean.TRUE.equals(request.getAttribute(FORWARDED));
        return trusted ? places.ofHeader(request.getHeader(regionHeader)) : CheckPlace.UNKNOWN;
    }

    private static AgentClass agent(HttpServletRequest request) {
        return AgentClass.of(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
