package org.suyuan.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;

/** Where a post is. */
sealed interface Workplace {
    /** Stands for operators among the types of organisations. */
    String OPERATOR = "operator";

    /** An organisation: an authority, a laboratory, an association … */
    record Body(OrganisationId id) implements Workplace {}

    /** An operator 经营主体. */
    record Firm(OperatorId id) implements Workplace {}

    /** The columns of a post, exactly one of which holds something. */
    static Workplace of(@Nullable UUID organisation, @Nullable UUID operator) {
        if (organisation != null) {
            return new Body(new OrganisationId(organisation));
        }
        if (operator != null) {
            return new Firm(new OperatorId(operator));
        }
        throw new IllegalArgumentException("organisation and operator: neither (expected: one)");
    }

    default @Nullable UUID organisation() {
        return this instanceof Body(OrganisationId id) ? id.value() : null;
    }

    default @Nullable UUID operator() {
        return this instanceof Firm(OperatorId id) ? id.value() : null;
    }
}
