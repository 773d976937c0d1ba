package org.suyuan.registry;

import org.jspecify.annotations.Nullable;

/** How to reach an operator. Personal data: never part of {@link PublicFacts}. */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email) {
    public static final Contact NONE = new Contact(null, null, null);
}
