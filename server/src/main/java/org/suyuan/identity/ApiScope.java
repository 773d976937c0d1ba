package org.suyuan.identity;

import java.util.Arrays;
import java.util.Optional;
import org.suyuan.shared.access.Permission;

/**
 * OAuth 2.0 scope names and the permission that each one carries. Administering access has none: a system never does
 * it.
 */
enum ApiScope {
    EPCIS_CAPTURE("epcis:capture", Permission.EVENTS_CAPTURE),
    EPCIS_READ("epcis:read", Permission.EVENTS_READ),
    REGISTRY_READ("registry:read", Permission.REGISTRY_READ),
    REGISTRY_WRITE("registry:write", Permission.REGISTRY_WRITE),
    CODES_READ("codes:read", Permission.CODES_READ),
    CODES_ISSUE("codes:issue", Permission.CODES_ISSUE),
    SIGNALS_READ("signals:read", Permission.SIGNALS_READ),
    TRACE_READ("trace:read", Permission.TRACE_READ),
    VERIFICATIONS_IMPORT("verifications:import", Permission.VERIFICATIONS_IMPORT);

    private final String text;
    private final Permission permission;

    ApiScope(String text, Permission permission) {
        this.text = text;
        this.permission = permission;
    }

    String text() {
        return text;
    }

    Permission permission() {
        return permission;
    }

    static Optional<ApiScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
