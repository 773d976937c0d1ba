package org.suyuan.identity;

import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Scope;

/** A scope as the database keeps it: {@code everything}, {@code nothing}, {@code region:/35/3502/}, {@code operator:…},
 * {@code organisation:…}. */
final class ScopeText {
    private static final String EVERYTHING = "everything";
    private static final String NOTHING = "nothing";
    private static final String REGION = "region:";
    private static final String OPERATOR = "operator:";
    private static final String ORGANISATION = "organisation:";

    private ScopeText() {}

    static String of(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> EVERYTHING;
            case Scope.Nothing() -> NOTHING;
            case Scope.Jurisdiction(String path) -> REGION + path;
            case Scope.OwnOperator(OperatorId operator) -> OPERATOR + operator;
            case Scope.OwnOrganisation(OrganisationId organisation) -> ORGANISATION + organisation;
        };
    }

    static Scope parse(String text) {
        if (text.equals(EVERYTHING)) {
            return new Scope.Everything();
        }
        if (text.equals(NOTHING)) {
            return new Scope.Nothing();
        }
        if (text.startsWith(REGION)) {
            return new Scope.Jurisdiction(text.substring(REGION.length()));
        }
        if (text.startsWith(OPERATOR)) {
            return new Scope.OwnOperator(OperatorId.of(text.substring(OPERATOR.length())));
        }
        if (text.startsWith(ORGANISATION)) {
            return new Scope.OwnOrganisation(OrganisationId.of(text.substring(ORGANISATION.length())));
        }
        throw new IllegalArgumentException(
                "scope: " + text + " (expected: everything, nothing, region:…, operator:…, organisation:…)");
    }
}
