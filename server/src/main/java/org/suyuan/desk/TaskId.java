package org.suyuan.desk;

import java.util.UUID;

/** Id of a task (待办); a UUIDv7. */
public record TaskId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
