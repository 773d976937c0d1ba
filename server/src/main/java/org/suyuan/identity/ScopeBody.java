package org.suyuan.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Scope;

/**
 * A scope as the API writes it.
 *
 * @param region materialised path of the region, for kind {@code REGION}
 * @param operator id of the operator, for kind {@code OPERATOR}
 * @param organisation id of the organisation, for kind {@code ORGANISATION}
 */
record ScopeBody(
        Kind kind,
        @Nullable String region,
        @Nullable String operator,
        @Nullable String organisation) {
    private static final Pattern PATH = Pattern.compile("/([0-9A-Za-z]+/)*");

    enum Kind {
        EVERYTHING,
        REGION,
        OPERATOR,
        ORGANISATION,
        NOTHING
    }

    static ScopeBody of(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> new ScopeBody(Kind.EVERYTHING, null, null, null);
            case Scope.Jurisdiction(String path) -> new ScopeBody(Kind.REGION, path, null, null);
            case Scope.OwnOperator(OperatorId id) -> new ScopeBody(Kind.OPERATOR, null, id.toString(), null);
            case Scope.OwnOrganisation(OrganisationId id) ->
                new ScopeBody(Kind.ORGANISATION, null, null, id.toString());
            case Scope.Nothing() -> new ScopeBody(Kind.NOTHING, null, null, null);
        };
    }

    Scope scope() {
        return switch (kind) {
            case EVERYTHING -> new Scope.Everything();
            case NOTHING -> new Scope.Nothing();
            case REGION -> jurisdiction();
            case OPERATOR -> ownOperator();
            case ORGANISATION -> ownOrganisation();
        };
    }

    private Scope jurisdiction() {
        if (region == null || !PATH.matcher(region).matches()) {
            throw InvalidInput.of("/scope/region", region, "region-path", "expected: a path like /35/3502/");
        }
        return new Scope.Jurisdiction(region);
    }

    private Scope ownOperator() {
        try {
            if (operator != null) {
                return new Scope.OwnOperator(OperatorId.of(operator.toLowerCase(Locale.ROOT)));
            }
        } catch (IllegalArgumentException e) {
            // answered below, as if it were absent
        }
        throw InvalidInput.of("/scope/operator", operator, "operator-id", "expected: the id of an operator");
    }

    private Scope ownOrganisation() {
        try {
            if (organisation != null) {
                return new Scope.OwnOrganisation(OrganisationId.of(organisation.toLowerCase(Locale.ROOT)));
            }
        } catch (IllegalArgumentException e) {
            // answered below, as if it were absent
        }
        throw InvalidInput.of(
                "/scope/organisation", organisation, "organisation-id", "expected: the id of an organisation");
    }
}
