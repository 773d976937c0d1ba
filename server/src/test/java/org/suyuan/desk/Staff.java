package org.suyuan.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** Bodies and people of the desk's tests, in memory; how real ones are found is identity's to test. */
public final class Staff implements Addresses {
    private final Map<OrganisationId, Office> offices = new LinkedHashMap<>();
    private final Map<PostId, Actor> posts = new LinkedHashMap<>();
    private final List<Actor> delegates = new ArrayList<>();
    private final Map<ActorId, Recipient> recipients = new LinkedHashMap<>();

    public OrganisationId office(String name, String regionPath, @Nullable OrganisationId superior) {
        OrganisationId id = new OrganisationId(UUID.randomUUID());
        offices.put(id, new Office(id, name, regionPath, superior));
        return id;
    }

    public Actor officer(String name, OrganisationId office, Permission... permissions) {
        Office at = offices.get(office);
        Capacity capacity =
                new Capacity(new PostId(UUID.randomUUID()), office, at.name(), "科员", "county-officer", null);
        Actor officer = new Actor(
                new ActorId(UUID.randomUUID()),
                name,
                Set.of(permissions),
                new Scope.Jurisdiction(at.regionPath()),
                capacity);
        posts.put(capacity.post(), officer);
        return officer;
    }

    /** The same post, acted in by somebody else. */
    public Actor delegate(String name, Actor principal) {
        Capacity own = principal.capacity();
        Capacity capacity = new Capacity(
                own.post(),
                own.organisation(),
                own.organisationName(),
                own.title(),
                own.role(),
                new Capacity.Principal(principal.id(), principal.name()));
        Actor delegate =
                new Actor(new ActorId(UUID.randomUUID()), name, principal.permissions(), principal.scope(), capacity);
        delegates.add(delegate);
        return delegate;
    }

    public void reachable(Actor person, String email, Locale language) {
        recipients.put(person.id(), new Recipient(person.id(), person.name(), email, language));
    }

    @Override
    public Optional<Recipient> recipient(ActorId person) {
        return Optional.ofNullable(recipients.get(person));
    }

    @Override
    public List<Actor> capacities(ActorId person) {
        List<Actor> found = new ArrayList<>(posts.values());
        found.addAll(delegates);
        return found.stream().filter(actor -> actor.id().equals(person)).toList();
    }

    @Override
    public Optional<Actor> holder(PostId post) {
        return Optional.ofNullable(posts.get(post));
    }

    @Override
    public List<Actor> holders(OrganisationId organisation, Permission permission, int limit) {
        return posts.values().stream()
                .filter(actor -> actor.organisation().equals(Optional.of(organisation)) && actor.may(permission))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Actor> within(Scope scope, Permission permission, String text, int limit) {
        return posts.values().stream()
                .filter(actor -> actor.may(permission) && actor.name().contains(text))
                .filter(actor -> scope instanceof Scope.Everything
                        || scope instanceof Scope.Jurisdiction(String path)
                                && offices.get(actor.organisation().orElseThrow())
                                        .regionPath()
                                        .startsWith(path))
                .sorted(Comparator.comparing(Actor::name))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Office> office(OrganisationId organisation) {
        return Optional.ofNullable(offices.get(organisation));
    }
}
