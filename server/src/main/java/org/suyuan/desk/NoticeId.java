package org.suyuan.desk;

import java.util.UUID;

/** Id of a notice; a UUIDv7. */
public record NoticeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
