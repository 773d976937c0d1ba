package org.suyuan.audit.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.audit.Entry;
import org.suyuan.audit.Origin;
import org.suyuan.audit.ReadLog;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import tools.jackson.databind.json.JsonMapper;

/** Writes the trail. */
@Repository
class JdbcTrail implements AuditTrail, ReadLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    JdbcTrail(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A decision without a transaction would be recorded although it may still fail: that is a defect of the caller. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(Actor actor, Deed deed) {
        write(Entry.Kind.DECISION, actor, List.of(deed));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void read(Actor actor, Deed deed) {
        write(Entry.Kind.READ, actor, List.of(deed));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void read(Actor actor, List<Deed> reads) {
        write(Entry.Kind.READ, actor, reads);
    }

    private void write(Entry.Kind kind, Actor actor, List<Deed> deeds) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Origin origin = Origin.current();
        SqlParameterSource[] rows =
                deeds.stream().map(deed -> row(kind, now, actor, origin, deed)).toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("""
                INSERT INTO audit.entry (id, at, kind, action, actor_id, actor_name, post, organisation, organisation_name,
                    title, role, behalf_of, behalf_of_name, request_id, source_address, client, subject_kind, subject_id,
                    subject_name, person, operator_id, region_path, reason, legal_basis, facts)
                VALUES (:id, :at, :kind, :action, :actor, :actor_name, :post, :organisation, :organisation_name,
                    :title, :role, :behalf_of, :behalf_of_name, :request, :address, :client, :subject_kind, :subject_id,
                    :subject_name, :person, :operator, :region_path, :reason, :legal_basis, :facts::jsonb)
                """, rows);
    }

    private SqlParameterSource row(Entry.Kind kind, OffsetDateTime now, Actor actor, Origin origin, Deed deed) {
        var subject = deed.subject();
        var row = new MapSqlParameterSource()
                .addValue("id", Uuid7.next(clock))
                .addValue("at", now)
                .addValue("kind", kind.name())
                .addValue("action", deed.action())
                .addValue("actor", actor.id().value())
                .addValue("actor_name", actor.name())
                .addValue("request", origin.requestId())
                .addValue("address", origin.address())
                .addValue("client", origin.client())
                .addValue("subject_kind", subject.kind())
                .addValue("subject_id", subject.id())
                .addValue("subject_name", subject.name())
                .addValue(
                        "person",
                        subject.person() == null ? null : subject.person().value())
                .addValue(
                        "operator",
                        subject.operator() == null ? null : subject.operator().value())
                .addValue("region_path", subject.regionPath())
                .addValue("reason", deed.reason())
                .addValue("legal_basis", deed.legalBasis())
                .addValue("facts", JSON.writeValueAsString(deed.facts()));
        addCapacity(row, actor.capacity());
        return row;
    }

    private static void addCapacity(MapSqlParameterSource row, @Nullable Capacity capacity) {
        Capacity.@Nullable Principal principal = capacity == null ? null : capacity.behalfOf();
        UUID organisation = capacity == null || capacity.organisation() == null
                ? null
                : capacity.organisation().value();
        row.addValue("post", capacity == null ? null : capacity.post().value())
                .addValue("organisation", organisation)
                .addValue("organisation_name", capacity == null ? null : capacity.organisationName())
                .addValue("title", capacity == null ? null : capacity.title())
                .addValue("role", capacity == null ? null : capacity.role())
                .addValue("behalf_of", principal == null ? null : principal.id().value())
                .addValue("behalf_of_name", principal == null ? null : principal.name());
    }
}
