package org.suyuan.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * Who is where. Those who administer access see every person; others with {@link Permission#ORGANISATIONS_READ} those who
 * hold a post within their scope today: a jurisdiction's bodies, the own organisation, the own operator. List, count,
 * detail and search use the same condition.
 */
@Component
class PeopleDirectory {
    /**
     * That the post {@code p} is in a body whose region lies below a path. A range and not a LIKE, so that prepared
     * statements use the index whatever the parameter.
     */
    static final String IN_REGION = """
            p.organisation IN (SELECT o.organisation_id
                                 FROM organisations.body_period o
                                WHERE o.region_path ~>=~ :pathFrom AND o.region_path ~<~ :pathTo
                                  AND o.valid_from <= :day AND o.valid_to > :day)""";

    private final JdbcClient jdbc;
    private final Capacities capacities;

    PeopleDirectory(JdbcClient jdbc, Capacities capacities) {
        this.jdbc = jdbc;
        this.capacities = capacities;
    }

    /**
     * Which people; null parts do not narrow.
     *
     * @param q part of the name, or the beginning of the username
     * @param role code; who has it today
     * @param status null for all but the deactivated
     */
    record Filter(
            @Nullable String q,
            @Nullable UUID organisation,
            @Nullable UUID operator,
            @Nullable String role,
            Account.@Nullable Status status) {
        static final Filter ALL = new Filter(null, null, null, null, null);
    }

    Page<Account> page(Actor actor, Filter filter, PageRequest page) {
        Query query = query(actor, filter);
        Long total = page.count() ? count(query) : null;
        page.after(2).ifPresent(query::startAfter);
        List<Account> rows = jdbc.sql("SELECT " + Accounts.COLUMNS + query.from() + """
                        ORDER BY a.display_name COLLATE "zh-x-icu", a.id
                        LIMIT :limit
                        """)
                .params(query.parameters)
                .param("limit", page.limit() + 1)
                .query(Accounts::account)
                .list();
        return Pages.of(
                rows,
                page,
                total,
                account -> List.of(account.displayName(), account.id().toString()));
    }

    private long count(Query query) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 " + query.from() + "LIMIT :limit) AS counted")
                .params(query.parameters)
                .param("limit", PageRequest.TOTAL_MAX + 1)
                .query(Long.class)
                .single();
    }

    Optional<Account> find(Actor actor, ActorId id) {
        Query query = seen(actor);
        query.add("a.id = :id", "id", id.value());
        return jdbc.sql("SELECT " + Accounts.COLUMNS + query.from())
                .params(query.parameters)
                .query(Accounts::account)
                .optional();
    }

    /** For the search over everything: names that begin with the text first. */
    List<Account> named(Actor actor, String text, int limit) {
        Query query = query(actor, new Filter(text, null, null, null, null));
        return jdbc.sql("SELECT " + Accounts.COLUMNS + query.from() + """
                        ORDER BY a.display_name <> :text, NOT starts_with(a.display_name, :text),
                                 a.display_name COLLATE "zh-x-icu", a.id
                        LIMIT :limit
                        """)
                .params(query.parameters)
                .param("text", text)
                .param("limit", limit)
                .query(Accounts::account)
                .list();
    }

    private Query query(Actor actor, Filter filter) {
        Query query = seen(actor);
        switch (filter.status()) {
            case null -> query.add("a.deactivated_at IS NULL");
            case INVITED -> query.add("a.deactivated_at IS NULL AND a.password_hash IS NULL");
            case ACTIVE -> query.add("a.deactivated_at IS NULL AND a.password_hash IS NOT NULL");
            case DEACTIVATED -> query.add("a.deactivated_at IS NOT NULL");
        }
        if (filter.q() != null) {
            query.add(
                    "a.display_name ILIKE :anywhere OR a.username LIKE :beginning",
                    "anywhere",
                    "%" + literal(filter.q()) + "%");
            query.parameters.put("beginning", literal(filter.q()) + "%");
        }
        if (filter.organisation() != null) {
            query.add(holds("p.organisation = :organisation"), "organisation", filter.organisation());
        }
        if (filter.operator() != null) {
            query.add(holds("p.operator = :operator"), "operator", filter.operator());
        }
        if (filter.role() != null) {
            query.add(holds("p.role = :role"), "role", filter.role());
        }
        return query;
    }

    private Query seen(Actor actor) {
        Query query = new Query(capacities.today());
        if (actor.may(Permission.ACCESS_ADMINISTER)) {
            return query;
        }
        if (!actor.may(Permission.ORGANISATIONS_READ)) {
            throw new AccessRefused(Permission.ORGANISATIONS_READ);
        }
        query.add("a.deactivated_at IS NULL");
        switch (actor.scope()) {
            case Scope.Everything() -> query.add(holds("TRUE"));
            case Scope.Jurisdiction(String path) -> query.add(holds(inRegion(path, query)));
            case Scope.OwnOrganisation(OrganisationId id) ->
                query.add(holds("p.organisation = :ownOrganisation"), "ownOrganisation", id.value());
            case Scope.OwnOperator(OperatorId id) ->
                query.add(holds("p.operator = :ownOperator"), "ownOperator", id.value());
            case Scope.Nothing() -> query.add("FALSE");
        }
        return query;
    }

    private static String inRegion(String path, Query query) {
        if (path.equals("/")) {
            return "p.organisation IS NOT NULL";
        }
        query.parameters.put("pathFrom", path);
        query.parameters.put("pathTo", Scope.Jurisdiction.after(path));
        return IN_REGION;
    }

    /** That the person holds a post of the kind today. */
    private static String holds(String what) {
        return "EXISTS (SELECT FROM identity.post p WHERE p.account = a.id AND " + Posts.heldOnDay("p") + " AND " + what
                + ")";
    }

    static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Conditions over {@code identity.account a}. */
    private static final class Query {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Query(LocalDate day) {
            parameters.put("day", day);
        }

        void add(String condition) {
            conditions.add("(" + condition + ")");
        }

        void add(String condition, String name, Object value) {
            add(condition);
            parameters.put(name, value);
        }

        void startAfter(List<String> key) {
            add("(a.display_name COLLATE \"zh-x-icu\", a.id) > (:afterName, :afterId)", "afterName", key.getFirst());
            parameters.put("afterId", cursorId(key.getLast()));
        }

        String from() {
            String where = conditions.isEmpty() ? "" : "WHERE " + String.join("\n  AND ", conditions) + "\n";
            return "FROM identity.account a\n" + where;
        }

        private static UUID cursorId(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw InvalidInput.of("cursor", text, "cursor", "expected: the value of `next` of the previous page");
            }
        }
    }
}
