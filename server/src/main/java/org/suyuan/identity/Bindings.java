package org.suyuan.identity;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Regions;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Scope;

/** What a client is bound to has to be there: a mistyped id would give it nothing, and nobody would see why. */
@Component
class Bindings {
    private final Workplaces workplaces;
    private final Regions regions;
    private final Capacities capacities;

    Bindings(Workplaces workplaces, Regions regions, Capacities capacities) {
        this.workplaces = workplaces;
        this.regions = regions;
        this.capacities = capacities;
    }

    /** @param pointer of the scope in the body */
    void check(String pointer, Scope scope) {
        switch (scope) {
            case Scope.Everything() -> {}
            case Scope.Nothing() -> {}
            case Scope.Jurisdiction(String path) -> checkRegion(pointer, path);
            case Scope.OwnOperator(OperatorId id) -> {
                if (workplaces.find(new Workplace.Firm(id)).isEmpty()) {
                    throw InvalidInput.of(
                            pointer + "/operator", id.toString(), "operator-id", "expected: the id of an operator");
                }
            }
            case Scope.OwnOrganisation(OrganisationId id) -> {
                if (workplaces
                        .find(new Workplace.Body(id))
                        .filter(Workplaces.Place::inForce)
                        .isEmpty()) {
                    throw InvalidInput.of(
                            pointer + "/organisation",
                            id.toString(),
                            "organisation-id",
                            "expected: the id of an active organisation");
                }
            }
        }
    }

    private void checkRegion(String pointer, String path) {
        LocalDate today = capacities.today();
        String[] steps = path.split("/");
        Optional<Region> region = steps.length == 0
                ? Optional.empty()
                : RegionCode.parse(steps[steps.length - 1]).flatMap(code -> regions.find(code, today));
        if (!path.equals("/")
                && region.filter(found -> found.path().equals(path)).isEmpty()) {
            throw InvalidInput.of(pointer + "/region", path, "region-path", "expected: the path of a region in force");
        }
    }
}
