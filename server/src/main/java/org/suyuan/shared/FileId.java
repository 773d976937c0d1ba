package org.suyuan.shared;

import java.util.UUID;

/** Id of a stored file; a UUIDv7. */
public record FileId(UUID value) {
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
