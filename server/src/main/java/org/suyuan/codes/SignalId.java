package org.suyuan.codes;

import java.util.UUID;

/** Id of a signal of counterfeiting; a UUIDv7. */
public record SignalId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
