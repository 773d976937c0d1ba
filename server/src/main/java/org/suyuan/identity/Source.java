package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Where an attempt comes from: an IPv4 address, or the /64 network of an IPv6 one, which a single customer owns whole. */
record Source(String value) {
    private static final int NETWORK_BYTES = 8;

    static Source of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static Source of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? new Source(HexFormat.of().formatHex(v6.getAddress(), 0, NETWORK_BYTES) + "::/64")
                    : new Source(address);
        } catch (IllegalArgumentException e) {
            return new Source("unknown");
        }
    }
}
