package org.suyuan.shared;

import java.util.UUID;

/** Id of a lot (批次); a UUIDv7. */
public record LotId(UUID value) {
    public static LotId of(String text) {
        return new LotId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
