package org.suyuan.shared;

import java.util.UUID;

/** Id of a product; a UUIDv7. */
public record ProductId(UUID value) {
    public static ProductId of(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
