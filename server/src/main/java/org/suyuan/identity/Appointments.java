package org.suyuan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;

/**
 * Giving posts and ending them (R3.63). An officer is moved by ending one and giving another on the same day. Nobody gives
 * himself a post, and nobody gives rights that would let him around {@link SeparationOfDuties}.
 */
@Component
class Appointments {
    /** Posts that one person may have now or later. */
    static final int POSTS_MAX = 20;

    private static final int TITLE_LENGTH_MAX = 100;

    private final Accounts accounts;
    private final Posts posts;
    private final Roles roles;
    private final Workplaces workplaces;
    private final Capacities capacities;
    private final AuditTrail trail;
    private final Clock clock;

    Appointments(
            Accounts accounts,
            Posts posts,
            Roles roles,
            Workplaces workplaces,
            Capacities capacities,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.roles = roles;
        this.workplaces = workplaces;
        this.capacities = capacities;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param place null when neither or both of organisation and operator were named
     * @param from first day, null for today; may lie in the past, since what was done then stays as it was
     * @param to first day no more
     */
    record NewPost(
            @Nullable Workplace place,
            String title,
            String role,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {}

    @Transactional
    Post give(Actor actor, ActorId person, NewPost wanted) {
        actor.require(Permission.ACCESS_ADMINISTER);
        People.refuseOwn(actor, person, "nobody gives himself a post");
        Account holder = accounts.hold(person)
                .filter(Account::isActive)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "active person " + person));
        LocalDate from = wanted.from() == null ? capacities.today() : wanted.from();
        checkTitleAndDays(wanted, from);
        Workplaces.Place place = place(wanted);
        Role role = role(actor, wanted, place);
        List<Post> others = posts.of(person).stream()
                .filter(post -> post.overlaps(from, wanted.to()))
                .toList();
        checkBeside(others, place.at(), role);
        checkDuties(person, from, wanted.to(), role);
        Post post = new Post(
                new PostId(Uuid7.next(clock)),
                person,
                place.at(),
                wanted.title().strip(),
                role.code(),
                from,
                wanted.to());
        posts.insert(post, actor.id(), wanted.reason(), clock.instant());
        accounts.touch(person);
        trail.decided(
                actor,
                Deed.of("identity.post.given", People.subject(holder), facts(post, place))
                        .because(wanted.reason(), null));
        return post;
    }

    /** @param to first day no more: today at the earliest, or its first day for a post that has not begun */
    @Transactional
    Post end(Actor actor, PostId id, LocalDate to, String reason) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Reasons.check(reason);
        Post seen = posts.find(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "post " + id));
        People.refuseOwn(actor, seen.holder(), "nobody ends his own post");
        Account holder = accounts.hold(seen.holder()).orElseThrow();
        Post post = posts.find(id).orElseThrow();
        checkEnd(post, to);
        posts.end(id, to, actor.id(), reason, clock.instant());
        accounts.touch(holder.id());
        Map<String, String> facts = Map.of("post", id.toString(), "title", post.title(), "to", to.toString());
        trail.decided(
                actor,
                Deed.of("identity.post.ended", People.subject(holder), facts).because(reason, null));
        return posts.find(id).orElseThrow();
    }

    private void checkEnd(Post post, LocalDate to) {
        LocalDate today = capacities.today();
        LocalDate earliest = post.from().isAfter(today) ? post.from() : today;
        if (post.to() != null && !post.to().isAfter(today)) {
            throw new Problem(IdentityProblem.POST_ENDED, "post " + post.id() + " ended on " + post.to());
        }
        if (to.isBefore(earliest) || post.to() != null && to.isAfter(post.to())) {
            String latest = post.to() == null ? "" : " … " + post.to();
            throw InvalidInput.of("/to", to.toString(), "post-end", "expected: " + earliest + latest + " or later");
        }
    }

    private static void checkTitleAndDays(NewPost wanted, LocalDate from) {
        if (wanted.title().isBlank() || wanted.title().length() > TITLE_LENGTH_MAX) {
            throw InvalidInput.of(
                    "/title", wanted.title(), "title", "expected: 1 … " + TITLE_LENGTH_MAX + " characters");
        }
        if (wanted.to() != null && !wanted.to().isAfter(from)) {
            throw InvalidInput.of("/to", wanted.to().toString(), "post-days", "expected: after " + from);
        }
        if (wanted.reason() != null) {
            Reasons.check(wanted.reason());
        }
    }

    private Workplaces.Place place(NewPost wanted) {
        Workplace at = wanted.place();
        if (at == null) {
            throw InvalidInput.of("/organisation", null, "post-place", "expected: either organisation or operator");
        }
        return workplaces.find(at).filter(Workplaces.Place::inForce).orElseThrow(() -> unknown(at));
    }

    private static InvalidInput unknown(Workplace at) {
        return switch (at) {
            case Workplace.Body(var id) ->
                InvalidInput.of(
                        "/organisation",
                        id.toString(),
                        "organisation-id",
                        "expected: the id of an active organisation");
            case Workplace.Firm(var id) ->
                InvalidInput.of("/operator", id.toString(), "operator-id", "expected: the id of an operator");
        };
    }

    private Role role(Actor actor, NewPost wanted, Workplaces.Place place) {
        Role role = roles.share(wanted.role())
                .orElseThrow(() ->
                        InvalidInput.of("/role", wanted.role(), "role", "expected: a role of /api/identity/roles"));
        if (!role.assignableTo().contains(place.type())) {
            throw InvalidInput.of(
                    "/role",
                    role.code(),
                    "role-place",
                    "type " + place.type() + " (expected: one of " + role.assignableTo() + ")");
        }
        // Whoever may only administer access would otherwise reach everything through somebody he appoints.
        if (!SeparationOfDuties.isKept(role.permissions())
                && !actor.permissions().containsAll(role.permissions())) {
            throw InvalidInput.of(
                    "/role", role.code(), SeparationOfDuties.RULE, "expected: given by somebody who has the role");
        }
        return role;
    }

    private static void checkBeside(List<Post> others, Workplace at, Role role) {
        if (others.size() >= POSTS_MAX) {
            throw InvalidInput.of("/from", null, "posts-max", "expected: at most " + POSTS_MAX + " posts at a time");
        }
        for (Post other : others) {
            if (other.place().equals(at) && other.role().equals(role.code())) {
                throw new Problem(IdentityProblem.POST_OVERLAPS, "post " + other.id() + " from " + other.from());
            }
        }
    }

    /** What the person may do at the same time, also as a delegate, must go together with the new post. */
    private void checkDuties(ActorId person, LocalDate from, @Nullable LocalDate to, Role role) {
        Map<String, Role> known = roles.byCode();
        for (String other : posts.rolesOf(person, from, to)) {
            if (!SeparationOfDuties.isKept(Objects.requireNonNull(known.get(other)), role)) {
                throw InvalidInput.of(
                        "/role", role.code(), SeparationOfDuties.RULE, "expected: not beside role " + other);
            }
        }
    }

    private static Map<String, String> facts(Post post, Workplaces.Place place) {
        Map<String, String> facts = new HashMap<>();
        facts.put("post", post.id().toString());
        facts.put("place", place.name());
        facts.put("title", post.title());
        facts.put("role", post.role());
        facts.put("from", post.from().toString());
        if (post.to() != null) {
            facts.put("to", post.to().toString());
        }
        return facts;
    }
}
