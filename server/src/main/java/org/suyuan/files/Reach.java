package org.suyuan.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suyuan.files.StoredFile.Place;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

/** Where an actor may put a file: not into what he does not see himself. */
final class Reach {
    private static final Pattern PATH = Pattern.compile("/([0-9]+/)*");

    private Reach() {}

    /** The place asked for; without one, the actor's own operator or organisation. */
    static Place place(Actor actor, Place asked) {
        List<FieldError> errors = new ArrayList<>();
        String region = asked.regionPath();
        if (region != null && !PATH.matcher(region).matches()) {
            errors.add(new FieldError("regionPath", region, "region-path", "expected: for example /35/3502/350212/"));
        }
        switch (actor.scope()) {
            case Scope.Everything() -> {}
            case Scope.Jurisdiction(String path) -> {
                if (region != null && !region.startsWith(path)) {
                    errors.add(new FieldError("regionPath", region, "jurisdiction", "expected: within " + path));
                }
                requireOwn("organisation", asked.organisation(), own(actor), errors);
            }
            case Scope.OwnOperator(OperatorId operator) -> {
                requireOwn("operator", asked.operator(), operator, errors);
                requireOwn("organisation", asked.organisation(), own(actor), errors);
                requireOwn("regionPath", region, null, errors);
            }
            case Scope.OwnOrganisation(OrganisationId organisation) -> {
                requireOwn("organisation", asked.organisation(), organisation, errors);
                requireOwn("operator", asked.operator(), null, errors);
                requireOwn("regionPath", region, null, errors);
            }
            case Scope.Nothing() -> {
                requireOwn("organisation", asked.organisation(), own(actor), errors);
                requireOwn("operator", asked.operator(), null, errors);
                requireOwn("regionPath", region, null, errors);
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return asked.equals(Place.NOWHERE)
                ? new Place(null, own(actor), actor.operator().orElse(null))
                : asked;
    }

    private static @Nullable OrganisationId own(Actor actor) {
        return actor.organisation().orElse(null);
    }

    private static void requireOwn(
            String field, @Nullable Object asked, @Nullable Object own, List<FieldError> errors) {
        if (asked != null && !Objects.equals(asked, own)) {
            errors.add(new FieldError(field, asked.toString(), "scope", "expected: your own, or none"));
        }
    }
}
