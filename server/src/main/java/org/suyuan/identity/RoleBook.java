package org.suyuan.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.organisations.Organisations;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

/** Reading roles and changing what they allow (R3.86). Takes effect with the next request of everyone who has the role. */
@Component
class RoleBook {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int CODE_LENGTH_MAX = 40;
    private static final int NAME_LENGTH_MAX = 60;

    private final Roles roles;
    private final Posts posts;
    private final Organisations organisations;
    private final Capacities capacities;
    private final AuditTrail trail;

    RoleBook(Roles roles, Posts posts, Organisations organisations, Capacities capacities, AuditTrail trail) {
        this.roles = roles;
        this.posts = posts;
        this.organisations = organisations;
        this.capacities = capacities;
        this.trail = trail;
    }

    List<Role> all(Actor actor) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return roles.all();
    }

    /** @param created false when a role of the code was there already */
    record Put(Role role, boolean created) {}

    /**
     * Makes a role or replaces what it allows.
     *
     * <p>Nobody changes a role that he has himself, also in a post that has not begun, and nobody changes
     * {@link Role#ADMINISTRATOR}: it is the way back in.
     */
    @Transactional
    Put put(Actor actor, IfMatch ifMatch, Role wanted) {
        actor.require(Permission.ACCESS_ADMINISTER);
        check(wanted);
        Optional<Role> before = roles.hold(wanted.code());
        before.ifPresent(role -> ifMatch.check(new Revision(role.revision())));
        checkNotOwn(actor, wanted);
        checkHolders(wanted);
        roles.put(wanted);
        Subject subject = Subject.of("role", wanted.code(), wanted.nameZh());
        trail.decided(actor, Deed.of("identity.role.changed", subject, facts(before.orElse(null), wanted)));
        return new Put(roles.find(wanted.code()).orElseThrow(), before.isEmpty());
    }

    private void check(Role wanted) {
        if (wanted.code().length() > CODE_LENGTH_MAX
                || !CODE.matcher(wanted.code()).matches()) {
            throw InvalidInput.of(
                    "code",
                    wanted.code(),
                    "role-code",
                    "expected: at most " + CODE_LENGTH_MAX + " of a … z, 0 … 9, hyphens");
        }
        checkName("/nameZh", wanted.nameZh());
        checkName("/nameEn", wanted.nameEn());
        if (wanted.code().equals(Role.ADMINISTRATOR) || !SeparationOfDuties.isKept(wanted.permissions())) {
            throw InvalidInput.of(
                    "/permissions",
                    null,
                    SeparationOfDuties.RULE,
                    "expected: with ACCESS_ADMINISTER nothing but ORGANISATIONS_READ");
        }
        if (wanted.administersAccess() && wanted.reach() != Role.Reach.NOTHING) {
            throw InvalidInput.of(
                    "/reach",
                    wanted.reach().name(),
                    SeparationOfDuties.RULE,
                    "expected: NOTHING with ACCESS_ADMINISTER");
        }
        List<String> types = wanted.assignableTo();
        for (int i = 0; i < types.size(); i++) {
            if (!types.get(i).equals(Workplace.OPERATOR)
                    && !organisations.types().containsKey(types.get(i))) {
                throw InvalidInput.of(
                        "/assignableTo/" + i, types.get(i), "organisation-type", "expected: a type of organisations");
            }
        }
    }

    private static void checkName(String pointer, String name) {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw InvalidInput.of(pointer, name, "role-name", "expected: 1 … " + NAME_LENGTH_MAX + " characters");
        }
    }

    private void checkNotOwn(Actor actor, Role wanted) {
        LocalDate today = capacities.today();
        boolean own = posts.of(actor.id()).stream()
                .filter(post -> post.role().equals(wanted.code()))
                .anyMatch(post -> post.to() == null || post.to().isAfter(today));
        if (own) {
            throw new Problem(IdentityProblem.OWN_ROLE, "role " + wanted.code());
        }
    }

    /** Those who have the role may have other posts, also as delegates; what they may do together must still be apart. */
    private void checkHolders(Role wanted) {
        Map<String, Role> known = roles.byCode();
        List<String> against = posts.rolesBeside(wanted.code(), capacities.today()).stream()
                .filter(other -> !SeparationOfDuties.isKept(wanted, Objects.requireNonNull(known.get(other))))
                .toList();
        if (!against.isEmpty()) {
            throw InvalidInput.of(
                    "/permissions",
                    null,
                    SeparationOfDuties.RULE,
                    "expected: to go together with " + String.join(", ", against) + ", which somebody has as well");
        }
    }

    private static Map<String, String> facts(@Nullable Role before, Role after) {
        String now = permissions(after);
        return before == null
                ? Map.of("permissions", now, "reach", after.reach().name())
                : Map.of(
                        "permissionsBefore",
                        permissions(before),
                        "permissions",
                        now,
                        "reach",
                        after.reach().name());
    }

    private static String permissions(Role role) {
        return role.permissions().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }
}
