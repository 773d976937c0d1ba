package org.suyuan.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.desk.Addresses;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.organisations.Organisations;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** Tells the desk who is where today. */
@Component
class PeopleAddresses implements Addresses {
    private static final String NAMED = """
            (a.display_name ILIKE :text OR p.title ILIKE :text
             OR EXISTS (SELECT
                          FROM organisations.body_period o
                         WHERE o.organisation_id = p.organisation AND o.name ILIKE :text
                           AND o.valid_from <= :day AND o.valid_to > :day))""";

    private final Accounts accounts;
    private final Posts posts;
    private final Roles roles;
    private final Capacities capacities;
    private final Workplaces workplaces;
    private final Organisations organisations;

    PeopleAddresses(
            Accounts accounts,
            Posts posts,
            Roles roles,
            Capacities capacities,
            Workplaces workplaces,
            Organisations organisations) {
        this.accounts = accounts;
        this.posts = posts;
        this.roles = roles;
        this.capacities = capacities;
        this.workplaces = workplaces;
        this.organisations = organisations;
    }

    @Override
    public Optional<Recipient> recipient(ActorId person) {
        return accounts.byId(person)
                .filter(Account::isActive)
                .map(account -> new Recipient(
                        person,
                        account.displayName(),
                        account.contact().email(),
                        Locale.forLanguageTag(account.contact().locale())));
    }

    @Override
    public List<Actor> capacities(ActorId person) {
        return accounts.byId(person)
                .map(account -> capacities.choices(account).stream()
                        .map(choice -> choice.actor(account))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Actor> holder(PostId id) {
        return posts.find(id)
                .filter(post -> post.isHeldOn(capacities.today()))
                .flatMap(post -> accounts.byId(post.holder())
                        .filter(Account::isActive)
                        .map(holder -> new Posts.Holding(
                                holder, post, roles.find(post.role()).orElseThrow())))
                .flatMap(holding -> acting(List.of(holding)).stream().findFirst());
    }

    @Override
    public List<Actor> holders(OrganisationId organisation, Permission permission, int limit) {
        return acting(posts.holding(
                "p.organisation = :organisation",
                Map.of("organisation", organisation.value()),
                permission,
                capacities.today(),
                limit));
    }

    @Override
    public List<Actor> within(Scope scope, Permission permission, String text, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String reached = switch (scope) {
            case Scope.Everything() -> "p.organisation IS NOT NULL";
            case Scope.Jurisdiction(String path) -> {
                parameters.put("pathFrom", path);
                parameters.put("pathTo", Scope.Jurisdiction.after(path));
                yield path.equals("/") ? "p.organisation IS NOT NULL" : PeopleDirectory.IN_REGION;
            }
            case Scope.OwnOrganisation(OrganisationId id) -> {
                parameters.put("own", id.value());
                yield "p.organisation = :own";
            }
            case Scope.OwnOperator own -> "FALSE";
            case Scope.Nothing nothing -> "FALSE";
        };
        String named = text.isBlank() ? "" : " AND " + NAMED;
        if (!text.isBlank()) {
            parameters.put("text", "%" + PeopleDirectory.literal(text.strip()) + "%");
        }
        return acting(posts.holding(reached + named, parameters, permission, capacities.today(), limit));
    }

    @Override
    public Optional<Office> office(OrganisationId organisation) {
        return organisations
                .find(organisation)
                .filter(body -> body.status() == OrganisationStatus.ACTIVE)
                .map(PeopleAddresses::office);
    }

    private static Office office(Organisation body) {
        return new Office(body.id(), body.name(), body.regionPath(), body.parent());
    }

    /** What they could do and see if they acted in these posts; posts in closed places are left out. */
    private List<Actor> acting(List<Posts.Holding> holdings) {
        Map<Workplace, Workplaces.Place> places = workplaces.findAll(holdings.stream()
                .map(holding -> holding.post().place())
                .distinct()
                .toList());
        List<Actor> actors = new ArrayList<>();
        for (Posts.Holding holding : holdings) {
            Workplaces.Place place = places.get(holding.post().place());
            if (place != null && place.inForce()) {
                actors.add(new Capacities.Choice(holding.post(), holding.role(), place, null).actor(holding.holder()));
            }
        }
        return actors;
    }
}
