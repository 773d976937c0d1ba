package org.suyuan.codes;

import java.util.UUID;

/** Id of a batch of issued codes; a UUIDv7. */
public record BatchId(UUID value) {
    public static BatchId of(String text) {
        return new BatchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
