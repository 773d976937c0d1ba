package org.suyuan.shared;

import java.util.UUID;

/** Id of a site (场所); a UUIDv7. */
public record SiteId(UUID value) {
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
