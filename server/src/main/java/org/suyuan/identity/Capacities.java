package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;
import org.suyuan.shared.access.Scope;

/**
 * In which capacities a person may act today, and what he may do in the one he chose. Worked out for every request from
 * the posts, roles, delegations and organisations as they are at that moment: whoever is moved, and whoever's body or
 * region is moved, sees exactly the new rows with his next request.
 */
@Component
class Capacities {
    /** Days begin and end here: those of posts, delegations, organisations. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Workplaces workplaces;
    private final Clock clock;

    Capacities(JdbcClient jdbc, Workplaces workplaces, Clock clock) {
        this.jdbc = jdbc;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /**
     * A post that somebody may act in.
     *
     * @param place where it is, as it is today
     * @param behalfOf the absent holder, when it was delegated
     */
    record Choice(Post post, Role role, Workplaces.Place place, Capacity.@Nullable Principal behalfOf) {
        Scope scope() {
            return switch (role.reach()) {
                case ORGANISATION -> place.reach();
                case NOTHING -> new Scope.Nothing();
                case EVERYTHING -> new Scope.Everything();
            };
        }

        /** The person acting in the post. */
        Actor actor(Account person) {
            return new Actor(person.id(), person.displayName(), role.permissions(), scope(), capacity());
        }

        Capacity capacity() {
            Workplace at = post.place();
            return new Capacity(
                    post.id(),
                    at instanceof Workplace.Body(var id) ? id : null,
                    place.name(),
                    post.title(),
                    role.code(),
                    behalfOf);
        }
    }

    /**
     * Where a person stands in this request.
     *
     * @param acting the post acted in; null for whoever may act in none
     * @param choices what he may act in, own posts first, in the order they began
     * @param mustDo what he has to do before he may do anything; null for nothing
     */
    record Standing(
            Account account,
            @Nullable Choice acting,
            List<Choice> choices,
            @Nullable Duty mustDo) {
        Standing {
            choices = List.copyOf(choices);
        }

        /** The same person with something to do first, unless there was something already. */
        Standing owing(@Nullable Duty duty) {
            return new Standing(account, acting, choices, mustDo == null ? duty : mustDo);
        }

        /** Without a current post, and while something has to be done first, it may do nothing. */
        Actor actor() {
            if (acting == null || mustDo != null) {
                return new Actor(account.id(), account.displayName(), Set.of(), new Scope.Nothing());
            }
            return acting.actor(account);
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The actor that a login is. */
    Actor actorOf(Account account, @Nullable PostId chosen) {
        return standing(account, chosen).actor();
    }

    /** @param chosen of the session; the first choice where it is null or no longer among them */
    Standing standing(Account account, @Nullable PostId chosen) {
        List<Choice> choices = choices(account);
        Choice first = choices.isEmpty() ? null : choices.getFirst();
        Choice acting = choices.stream()
                .filter(choice -> choice.post().id().equals(chosen))
                .findFirst()
                .orElse(first);
        return new Standing(account, acting, choices, account.mustDo());
    }

    /** What the person may act in today; nothing once his account or the place is closed. */
    List<Choice> choices(Account account) {
        if (!account.isActive()) {
            return List.of();
        }
        return held(account.id()).stream()
                .flatMap(held -> held.at(workplaces).stream())
                .toList();
    }

    private record Held(Post post, Role role, Capacity.@Nullable Principal behalfOf) {
        Optional<Choice> at(Workplaces workplaces) {
            return workplaces
                    .find(post.place())
                    .filter(Workplaces.Place::inForce)
                    .map(place -> new Choice(post, role, place, behalfOf));
        }
    }

    /**
     * A delegated post counts as long as its holder has it and the delegate has the post that makes him a colleague.
     * Administering access is never delegated, not even when the role came to include it later.
     */
    private List<Held> held(ActorId person) {
        return jdbc.sql("SELECT " + Posts.COLUMNS + ", " + Roles.COLUMNS
                        + """
                , h.id AS holder_id, h.display_name AS holder_name
                FROM (SELECT id AS post, NULL::uuid AS holder, valid_from AS since
                        FROM identity.post p
                       WHERE p.account = :person AND %s
                      UNION ALL
                      SELECT d.post, p.account, d.valid_from
                        FROM identity.post own
                        JOIN identity.delegation d ON d.delegate_post = own.id AND d.revoked_at IS NULL
                        JOIN identity.post p ON p.id = d.post
                        JOIN identity.account a ON a.id = p.account AND a.deactivated_at IS NULL
                       WHERE own.account = :person AND %s AND %s AND %s
                         AND NOT EXISTS (SELECT
                                           FROM identity.role_permission rp
                                          WHERE rp.role = p.role AND rp.permission = 'ACCESS_ADMINISTER')) c
                JOIN identity.post p ON p.id = c.post
                JOIN identity.role r ON r.code = p.role
                LEFT JOIN identity.account h ON h.id = c.holder
                ORDER BY c.holder IS NOT NULL, c.since, p.id
                """.formatted(
                                        Posts.heldOnDay("p"),
                                        Posts.heldOnDay("own"),
                                        Posts.heldOnDay("d"),
                                        Posts.heldOnDay("p")))
                .param("person", person.value())
                .param("day", today())
                .query(Capacities::held)
                .list();
    }

    private static Held held(ResultSet row, int index) throws SQLException {
        UUID holder = row.getObject("holder_id", UUID.class);
        Capacity.Principal behalfOf =
                holder == null ? null : new Capacity.Principal(new ActorId(holder), row.getString("holder_name"));
        return new Held(Posts.post(row, index), Roles.role(row, index), behalfOf);
    }
}
