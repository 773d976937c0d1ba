package org.suyuan.shared;

import java.util.UUID;

/** Id of a post (岗位): one person in one organisation with one role for a time; a UUIDv7. */
public record PostId(UUID value) {
    public static PostId of(String text) {
        return new PostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
