package org.suyuan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.Organisations;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;

/**
 * Delegation of a post during its holder's absence (代理). The delegate acts under his own name and on the holder's behalf:
 * what he entered himself he still cannot approve.
 *
 * <p>A post is delegated by its holder while he acts in it, or by a dispatcher of the same organisation or one above it. The
 * delegate is a colleague of the same organisation or of its parent, or of the same operator. What was delegated is not
 * delegated on, and administering access not at all.
 */
@Component
class StandIns {
    /** The longest absence; who is away longer is replaced by giving somebody else the post. */
    static final int DAYS_MAX = 366;
    /** Colleagues offered; larger organisations are searched by name in the directory. */
    static final int COLLEAGUES_MAX = 500;

    private final Accounts accounts;
    private final Posts posts;
    private final Roles roles;
    private final Delegations delegations;
    private final Organisations organisations;
    private final Capacities capacities;
    private final AuditTrail trail;
    private final Clock clock;

    StandIns(
            Accounts accounts,
            Posts posts,
            Roles roles,
            Delegations delegations,
            Organisations organisations,
            Capacities capacities,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.roles = roles;
        this.delegations = delegations;
        this.organisations = organisations;
        this.capacities = capacities;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param to first day no more */
    record Absence(ActorId delegate, LocalDate from, LocalDate to, String reason) {}

    @Transactional
    Delegation delegate(Actor actor, PostId id, Absence absence) {
        Post post = mine(actor, id);
        Account holder = accounts.hold(post.holder()).orElseThrow();
        Reasons.check(absence.reason());
        checkDays(post, absence);
        checkRole(post);
        boolean own = actor.id().equals(holder.id());
        if (!own && actor.id().equals(absence.delegate())) {
            throw new Problem(IdentityProblem.OWN_ACCOUNT, "nobody delegates somebody's post to himself");
        }
        Post colleague = colleague(post, absence);
        checkFree(post, absence);
        Account delegate = accounts.byId(absence.delegate()).orElseThrow();
        Delegation delegation = new Delegation(
                Uuid7.next(clock),
                id,
                colleague.id(),
                delegate.id(),
                delegate.displayName(),
                absence.from(),
                absence.to(),
                absence.reason(),
                null);
        delegations.insert(delegation, actor.id(), clock.instant());
        accounts.touch(holder.id());
        trail.decided(
                actor,
                Deed.of("identity.post.delegated", People.subject(holder), facts(post, delegation))
                        .because(absence.reason(), null));
        return delegation;
    }

    @Transactional
    Delegation revoke(Actor actor, UUID id, String reason) {
        Delegation delegation = delegations.find(id).orElseThrow(() -> missing("delegation " + id));
        Post post = mine(actor, delegation.post());
        Reasons.check(reason);
        Account holder = accounts.hold(post.holder()).orElseThrow();
        if (!delegations.find(id).orElseThrow().isOpenOn(capacities.today())) {
            throw new Problem(IdentityProblem.DELEGATION_ENDED, "delegation " + id);
        }
        delegations.revoke(id, actor.id(), reason, clock.instant());
        accounts.touch(holder.id());
        trail.decided(
                actor,
                Deed.of("identity.delegation.revoked", People.subject(holder), facts(post, delegation))
                        .because(reason, null));
        return delegations.find(id).orElseThrow();
    }

    List<Delegation> of(Actor actor, PostId id) {
        if (actor.may(Permission.ACCESS_ADMINISTER)) {
            return delegations.of(List.of(
                    posts.find(id).orElseThrow(() -> missing("post " + id)).id()));
        }
        return delegations.of(List.of(mine(actor, id).id()));
    }

    /** Who could stand in for the holder of a post today, by name. */
    List<Account> colleagues(Actor actor, PostId id) {
        Post post = mine(actor, id);
        return posts.colleagues(post, parent(post), capacities.today(), COLLEAGUES_MAX);
    }

    /** A post that the actor may delegate; any other is not found, whether it is there or not. */
    private Post mine(Actor actor, PostId id) {
        Post post = posts.find(id)
                .filter(found -> isHolder(actor, found) || isSuperior(actor, found))
                .orElseThrow(() -> missing("post " + id));
        Capacity capacity = actor.capacity();
        if (capacity != null && capacity.behalfOf() != null) {
            throw InvalidInput.of("/post", id.toString(), "no-chain", "expected: in a post of one's own");
        }
        return post;
    }

    private static boolean isHolder(Actor actor, Post post) {
        return actor.capacity() != null && post.holder().equals(actor.id());
    }

    /** A dispatcher of the post's organisation or of one above it. */
    private boolean isSuperior(Actor actor, Post post) {
        OrganisationId own = actor.organisation().orElse(null);
        if (own == null
                || !actor.may(Permission.TASKS_DISPATCH)
                || !(post.place() instanceof Workplace.Body(OrganisationId at))) {
            return false;
        }
        return organisations
                .find(at)
                .map(Organisation::path)
                .filter(path -> path.contains("/" + own + "/"))
                .isPresent();
    }

    private void checkDays(Post post, Absence absence) {
        LocalDate today = capacities.today();
        LocalDate from = absence.from();
        if (from.isBefore(today) || from.isBefore(post.from()) || post.to() != null && !from.isBefore(post.to())) {
            throw InvalidInput.of(
                    "/from", from.toString(), "delegation-days", "expected: from today on, while the post is held");
        }
        long days = ChronoUnit.DAYS.between(from, absence.to());
        if (days < 1 || days > DAYS_MAX) {
            throw InvalidInput.of(
                    "/to", absence.to().toString(), "delegation-days", "expected: 1 … " + DAYS_MAX + " days later");
        }
    }

    private void checkRole(Post post) {
        if (roles.share(post.role()).orElseThrow().administersAccess()) {
            throw InvalidInput.of(
                    "/post", post.id().toString(), "not-delegable", "expected: a post that does not administer access");
        }
    }

    /** The post by which the delegate belongs to the house for all of the absence. */
    private Post colleague(Post post, Absence absence) {
        Account delegate =
                accounts.hold(absence.delegate()).filter(Account::isActive).orElse(null);
        if (delegate == null || delegate.id().equals(post.holder())) {
            throw notColleague(absence);
        }
        List<Workplace> house = house(post);
        Map<String, Role> known = roles.byCode();
        Role delegated = Objects.requireNonNull(known.get(post.role()));
        Post found = null;
        for (String other : posts.rolesOf(delegate.id(), absence.from(), absence.to())) {
            if (!SeparationOfDuties.isKept(delegated, Objects.requireNonNull(known.get(other)))) {
                throw InvalidInput.of(
                        "/delegate",
                        delegate.id().toString(),
                        SeparationOfDuties.RULE,
                        "expected: somebody who does not administer access");
            }
        }
        for (Post own : posts.of(delegate.id())) {
            if (own.isHeldOn(absence.from()) && house.contains(own.place()) && outlives(own, found)) {
                found = own;
            }
        }
        if (found == null) {
            throw notColleague(absence);
        }
        return found;
    }

    private static boolean outlives(Post own, @Nullable Post other) {
        return other == null
                || other.to() != null && (own.to() == null || own.to().isAfter(other.to()));
    }

    /** The post's own place and the organisation above it. */
    private List<Workplace> house(Post post) {
        List<Workplace> house = new ArrayList<>();
        house.add(post.place());
        OrganisationId parent = parent(post);
        if (parent != null) {
            house.add(new Workplace.Body(parent));
        }
        return house;
    }

    private @Nullable OrganisationId parent(Post post) {
        return post.place() instanceof Workplace.Body(OrganisationId id)
                ? organisations.find(id).map(Organisation::parent).orElse(null)
                : null;
    }

    /** One stands in for a post at a time: it must be clear who acts. */
    private void checkFree(Post post, Absence absence) {
        delegations.of(List.of(post.id())).stream()
                .filter(other -> other.revokedBy() == null)
                .filter(other ->
                        other.from().isBefore(absence.to()) && absence.from().isBefore(other.to()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Problem(
                            IdentityProblem.POST_DELEGATED,
                            "delegated to " + other.delegateName() + " from " + other.from() + " until " + other.to());
                });
    }

    private static InvalidInput notColleague(Absence absence) {
        return InvalidInput.of(
                "/delegate",
                absence.delegate().toString(),
                "colleague",
                "expected: another person of the same organisation or its parent");
    }

    private static Problem missing(String what) {
        return new Problem(CommonProblem.NOT_FOUND, what);
    }

    private static Map<String, String> facts(Post post, Delegation delegation) {
        return Map.of(
                "post", post.id().toString(),
                "title", post.title(),
                "delegate", delegation.delegate().toString(),
                "delegateName", delegation.delegateName(),
                "from", delegation.from().toString(),
                "to", delegation.to().toString());
    }
}
