package org.suyuan.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Scope;

/** What organisations and operators are today, as far as posts in them are concerned. Asked each time, kept nowhere. */
@Component
class Workplaces {
    private final Organisations organisations;
    private final PublicFacts operators;

    Workplaces(Organisations organisations, PublicFacts operators) {
        this.organisations = organisations;
        this.operators = operators;
    }

    /**
     * @param type of the organisation, or {@link Workplace#OPERATOR}
     * @param reach how far its posts see: the platform's everything, an authority's its region, others their own
     * @param inForce false before its founding and after its end: its posts give nothing then
     */
    record Place(Workplace at, String name, String type, Scope reach, boolean inForce) {}

    Optional<Place> find(Workplace at) {
        return switch (at) {
            case Workplace.Body(OrganisationId id) -> organisations.find(id).map(Workplaces::place);
            case Workplace.Firm(OperatorId id) -> operators.operator(id).map(Workplaces::place);
        };
    }

    /** Two queries however many; unknown ones are absent. */
    Map<Workplace, Place> findAll(Collection<Workplace> places) {
        Set<OrganisationId> bodies = new HashSet<>();
        Set<OperatorId> firms = new HashSet<>();
        for (Workplace at : places) {
            switch (at) {
                case Workplace.Body(OrganisationId id) -> bodies.add(id);
                case Workplace.Firm(OperatorId id) -> firms.add(id);
            }
        }
        Map<Workplace, Place> found = new HashMap<>();
        organisations.findAll(bodies).values().stream()
                .map(Workplaces::place)
                .forEach(place -> found.put(place.at(), place));
        operators.operators(firms).values().stream()
                .map(Workplaces::place)
                .forEach(place -> found.put(place.at(), place));
        return found;
    }

    private static Place place(Organisation body) {
        return new Place(
                new Workplace.Body(body.id()),
                body.name(),
                body.type().code(),
                reach(body),
                body.status() == OrganisationStatus.ACTIVE);
    }

    private static Scope reach(Organisation body) {
        if (body.type().code().equals(OrganisationType.PLATFORM)) {
            return new Scope.Everything();
        }
        return body.authority() ? new Scope.Jurisdiction(body.regionPath()) : new Scope.OwnOrganisation(body.id());
    }

    private static Place place(PublicOperator operator) {
        return new Place(
                new Workplace.Firm(operator.id()),
                operator.nameZh(),
                Workplace.OPERATOR,
                new Scope.OwnOperator(operator.id()),
                true);
    }
}
