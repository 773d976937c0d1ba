package org.suyuan.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.desk.DeskProblem;
import org.suyuan.desk.SavedViews;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;

@Repository
class JdbcSavedViews implements SavedViews {
    private static final String SELECT = """
            SELECT v.id, v.person, v.person_name, v.organisation, v.page, v.name, v.query, v.columns, v.standard,
                   v.saved_at, v.version
            FROM desk.saved_view AS v
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<View> list(Actor actor, @Nullable String page) {
        return jdbc.sql(SELECT + """
                        WHERE (v.person = :person OR v.organisation = :organisation)
                          AND (:page::text IS NULL OR v.page = :page)
                        ORDER BY v.page, v.name COLLATE "zh-x-icu", v.id
                        LIMIT :rows
                        """)
                .param("person", actor.id().value())
                .param("organisation", organisation(actor))
                .param("page", page)
                .param("rows", SHOWN_MAX)
                .query((row, number) -> view(row, actor))
                .list();
    }

    @Override
    @Transactional
    public View save(Actor actor, Draft draft) {
        long kept = jdbc.sql("SELECT count(*) FROM desk.saved_view WHERE person = :person")
                .param("person", actor.id().value())
                .query(Long.class)
                .single();
        if (kept >= KEPT_MAX) {
            throw new Problem(DeskProblem.TOO_MANY_KEPT, "views: " + kept + " (expected: < " + KEPT_MAX + ")");
        }
        UUID id = Uuid7.next(clock);
        oneStandard(actor, id, draft);
        guarded(draft, () -> jdbc.sql("""
                        INSERT INTO desk.saved_view
                            (id, person, person_name, organisation, page, name, query, columns, standard, saved_at, version)
                        VALUES (:id, :person, :personName, :organisation, :page, :name, :query, :columns, :standard,
                            :at, 1)
                        """).params(parameters(actor, id, draft)).update());
        return one(actor, id, "").orElseThrow();
    }

    @Override
    @Transactional
    public Optional<View> change(Actor actor, UUID id, Consumer<View> precondition, Draft draft) {
        View current = one(actor, id, "\nFOR UPDATE").orElse(null);
        if (current == null) {
            return Optional.empty();
        }
        precondition.accept(current);
        oneStandard(actor, id, draft);
        guarded(draft, () -> jdbc.sql("""
                        UPDATE desk.saved_view
                        SET organisation = :organisation, page = :page, name = :name, query = :query, columns = :columns,
                            standard = :standard, saved_at = :at, person_name = :personName, version = version + 1
                        WHERE id = :id AND person = :person
                        """).params(parameters(actor, id, draft)).update());
        return one(actor, id, "");
    }

    @Override
    public boolean drop(Actor actor, UUID id) {
        return jdbc.sql("DELETE FROM desk.saved_view WHERE id = :id AND person = :person")
                        .param("id", id)
                        .param("person", actor.id().value())
                        .update()
                == 1;
    }

    private Optional<View> one(Actor actor, UUID id, String lock) {
        return jdbc.sql(SELECT + "WHERE v.id = :id AND v.person = :person" + lock)
                .param("id", id)
                .param("person", actor.id().value())
                .query((row, number) -> view(row, actor))
                .optional();
    }

    /** The one that opens first takes the place of another. */
    private void oneStandard(Actor actor, UUID id, Draft draft) {
        if (draft.standard()) {
            jdbc.sql("""
                    UPDATE desk.saved_view
                    SET standard = FALSE, version = version + 1
                    WHERE person = :person AND page = :page AND standard AND id <> :id
                    """)
                    .param("person", actor.id().value())
                    .param("page", draft.page())
                    .param("id", id)
                    .update();
        }
    }

    private static void guarded(Draft draft, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            throw new Problem(DeskProblem.VIEW_EXISTS, draft.page() + ": " + draft.name());
        }
    }

    private Map<String, @Nullable Object> parameters(Actor actor, UUID id, Draft draft) {
        if (draft.shared() && actor.organisation().isEmpty()) {
            throw InvalidInput.of(
                    "/shared", "true", "view-sharing", "expected: false, since you act for no organisation");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id);
        values.put("person", actor.id().value());
        values.put("personName", actor.name());
        values.put("organisation", draft.shared() ? organisation(actor) : null);
        values.put("page", draft.page());
        values.put("name", draft.name());
        values.put("query", draft.query());
        values.put("columns", draft.columns().toArray(String[]::new));
        values.put("standard", draft.standard());
        values.put("at", OffsetDateTime.now(clock));
        return values;
    }

    private static @Nullable UUID organisation(Actor actor) {
        return actor.organisation().map(OrganisationId::value).orElse(null);
    }

    private static View view(ResultSet row, Actor actor) throws SQLException {
        boolean own = actor.id().value().equals(row.getObject("person", UUID.class));
        Draft draft = new Draft(
                row.getString("page"),
                row.getString("name"),
                row.getString("query"),
                JdbcTaskStore.texts(row.getArray("columns")),
                row.getObject("organisation", UUID.class) != null,
                own && row.getBoolean("standard"));
        return new View(
                row.getObject("id", UUID.class),
                draft,
                own,
                row.getString("person_name"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
