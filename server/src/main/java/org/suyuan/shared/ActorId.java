package org.suyuan.shared;

import java.util.UUID;

/** Id of an account of a person or an API client; a UUIDv7. */
public record ActorId(UUID value) {
    public static ActorId of(String text) {
        return new ActorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
