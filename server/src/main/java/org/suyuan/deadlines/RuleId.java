package org.suyuan.deadlines;

import java.util.UUID;

/** Id of one version of a rule; a UUIDv7. */
public record RuleId(UUID value) {
    public static RuleId of(String text) {
        return new RuleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
