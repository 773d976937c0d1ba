package org.suyuan.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.Faults;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Problem;

/** Reads ids of an address, a query, a body. */
final class Ids {
    private Ids() {}

    /** An id in a path; what is no id is not found. */
    static UUID inPath(String text) {
        UUID id = Faults.uuid(text);
        if (id == null) {
            throw notFound(text);
        }
        return id;
    }

    static ActorId person(String text) {
        return new ActorId(inPath(text));
    }

    static PostId post(String text) {
        return new PostId(inPath(text));
    }

    static @Nullable UUID inQuery(String name, @Nullable String text) {
        return text == null ? null : in(name, text);
    }

    /** An id of a body or a query. */
    static UUID in(String pointer, String text) {
        UUID id = Faults.uuid(text);
        if (id == null) {
            throw InvalidInput.of(pointer, text, "id", "expected: an id that this platform gave");
        }
        return id;
    }

    /** Null when neither or both are given. */
    static @Nullable Workplace place(@Nullable String organisation, @Nullable String operator) {
        if (organisation != null && operator == null) {
            return new Workplace.Body(new OrganisationId(in("/organisation", organisation)));
        }
        if (operator != null && organisation == null) {
            return new Workplace.Firm(new OperatorId(in("/operator", operator)));
        }
        return null;
    }

    /** Also for what the actor may not see: he does not learn that it is there. */
    static Problem notFound(String id) {
        return new Problem(CommonProblem.NOT_FOUND, "nothing with id " + id);
    }
}
