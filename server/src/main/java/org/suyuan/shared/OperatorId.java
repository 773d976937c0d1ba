package org.suyuan.shared;

import java.util.UUID;

/** Id of an operator (经营主体); a UUIDv7. */
public record OperatorId(UUID value) {
    public static OperatorId of(String text) {
        return new OperatorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
