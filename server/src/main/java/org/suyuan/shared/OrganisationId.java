package org.suyuan.shared;

import java.util.UUID;

/** Id of an organisation (机构): an authority, a laboratory, a certification body, an association; a UUIDv7. Operators have their own. */
public record OrganisationId(UUID value) {
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
