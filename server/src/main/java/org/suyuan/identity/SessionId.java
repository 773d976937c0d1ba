package org.suyuan.identity;

import java.util.UUID;

/** Id of a login session as people see it in their list; not the secret in the cookie. */
record SessionId(UUID value) {
    static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
