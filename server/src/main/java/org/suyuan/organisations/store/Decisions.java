package org.suyuan.organisations.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.organisations.Change;
import org.suyuan.organisations.Facts;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationRegister.Order;
import org.suyuan.organisations.Place;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;

/** Appends decisions, with who made them and in which capacity, as it was on the day. */
@Repository
class Decisions {
    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void append(Actor actor, OrganisationId id, Change change, Order order) {
        Said said = Said.of(change);
        Place place = said.place();
        jdbc.sql("""
                        INSERT INTO organisations.decision (organisation_id, kind, effective_from, name, short_name, type, level,
                            region_code, region_path, parent_id, into_id, decided_at, decided_by, decided_by_name, capacity,
                            reason, legal_basis)
                        VALUES (:id, :kind, :from, :name, :short_name, :type, :level,
                            :region_code, :region_path, :parent_id, :into_id, :now, :actor, :actor_name, :capacity,
                            :reason, :legal_basis)
                        """)
                .param("id", id.value())
                .param("kind", change.kind().name())
                .param("from", order.from())
                .param("name", said.name())
                .param("short_name", said.shortName())
                .param("type", said.type())
                .param("level", said.level() == null ? null : said.level().name())
                .param("region_code", Rows.significant(place))
                .param("region_path", place == null ? null : place.path())
                .param("parent_id", value(said.parent()))
                .param("into_id", value(said.into()))
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor.id().value())
                .param("actor_name", actor.name())
                .param("capacity", capacity(actor.capacity()))
                .param("reason", order.reason())
                .param("legal_basis", order.legalBasis())
                .update();
    }

    private static @Nullable UUID value(@Nullable OrganisationId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String capacity(@Nullable Capacity capacity) {
        return capacity == null ? null : capacity.organisationName() + " " + capacity.title();
    }

    /** Marks the body as changed and keeps its end beside it. */
    void revise(OrganisationId id, Change change, LocalDate from) {
        jdbc.sql("""
                        UPDATE organisations.organisation
                        SET version = version + 1,
                            ended = CASE WHEN :ends THEN :from ELSE ended END,
                            successor = COALESCE(:into, successor)
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("ends", change.ends())
                .param("from", from)
                .param("into", change instanceof Change.Merged(OrganisationId into) ? into.value() : null)
                .update();
    }

    /** The columns a change fills. */
    private record Said(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String type,
            @Nullable OrganisationLevel level,
            @Nullable Place place,
            @Nullable OrganisationId parent,
            @Nullable OrganisationId into) {

        static Said of(Change change) {
            return switch (change) {
                case Change.Founded(Facts facts) ->
                    new Said(
                            facts.name(),
                            facts.shortName(),
                            facts.type(),
                            facts.level(),
                            facts.place(),
                            facts.parent(),
                            null);
                case Change.Renamed(String name, String shortName) ->
                    new Said(name, shortName, null, null, null, null, null);
                case Change.Moved(OrganisationId parent, Place place, OrganisationLevel level) ->
                    new Said(null, null, null, level, place, parent, null);
                case Change.Followed(Place place) -> new Said(null, null, null, null, place, null, null);
                case Change.Reclassified(String type, OrganisationLevel level) ->
                    new Said(null, null, type, level, null, null, null);
                case Change.Merged(OrganisationId into) -> new Said(null, null, null, null, null, null, into);
                case Change.Closed closed -> new Said(null, null, null, null, null, null, null);
            };
        }
    }
}
