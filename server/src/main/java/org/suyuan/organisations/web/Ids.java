package org.suyuan.organisations.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.Faults;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Problem;

/** Reads ids and codes as requests write them. */
final class Ids {
    private Ids() {}

    static Problem notFound(String id) {
        return new Problem(CommonProblem.NOT_FOUND, "nothing with id " + id);
    }

    /** An id in a path; what is no id is not found. */
    static OrganisationId path(String text) {
        UUID id = Faults.uuid(text);
        if (id == null) {
            throw notFound(text);
        }
        return new OrganisationId(id);
    }

    /** An id in a body or query that may be absent. */
    static @Nullable OrganisationId body(String pointer, @Nullable String text) {
        return text == null ? null : required(pointer, text);
    }

    static OrganisationId required(String pointer, String text) {
        UUID id = Faults.uuid(text);
        if (id == null) {
            throw InvalidInput.of(pointer, text, "id", "expected: an id that this platform gave");
        }
        return new OrganisationId(id);
    }

    static @Nullable RegionCode region(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return RegionCode.parse(text)
                .orElseThrow(
                        () -> InvalidInput.of(name, text, "region", "expected: a code of 2, 4, 6, 9 or 12 digits"));
    }
}
