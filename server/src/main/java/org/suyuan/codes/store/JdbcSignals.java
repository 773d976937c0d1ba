package org.suyuan.codes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.codes.Assessment;
import org.suyuan.codes.CounterfeitSignal;
import org.suyuan.codes.Observation;
import org.suyuan.codes.Signal;
import org.suyuan.codes.SignalId;
import org.suyuan.codes.SignalKind;
import org.suyuan.codes.SignalStatus;
import org.suyuan.codes.Signals;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Regions;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Scope;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcSignals implements Signals {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> EVIDENCE = new TypeReference<>() {};
    private static final String NATION = "/";

    private static final String SELECT = """
            SELECT id, kind, subject, status, count, first_seen, last_seen, evidence, product_id, operator_id, region_path
            FROM codes.signal
            """;

    private final JdbcClient jdbc;
    private final PublicFacts facts;
    private final Regions regions;
    private final Clock clock;

    JdbcSignals(JdbcClient jdbc, PublicFacts facts, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<CounterfeitSignal> raise(List<Observation> observations) {
        if (observations.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = observations.stream().map(this::draft).toList();
        Map<UUID, Draft> byId = new HashMap<>();
        drafts.forEach(draft -> byId.put(draft.id(), draft));
        List<CounterfeitSignal> opened = new ArrayList<>();
        for (UUID id : upsert(drafts)) {
            Draft draft = byId.get(id);
            // An id that comes back is one of ours only when its row is new; a counted-up row keeps its own.
            if (draft != null) {
                opened.add(draft.signal());
            }
        }
        return opened;
    }

    private List<UUID> upsert(List<Draft> drafts) {
        return jdbc.sql("""
                        INSERT INTO codes.signal AS s
                            (id, kind, subject, count, first_seen, last_seen, evidence, product_id, operator_id, region_path)
                        SELECT id, kind, subject, times, seen_at, seen_at, evidence, product_id, operator_id, region_path
                        FROM unnest(
                            :id::uuid[], :kind::text[], :subject::text[], :times::bigint[], :at::timestamptz[],
                            :evidence::jsonb[], :product::uuid[], :operator::uuid[], :region::text[])
                            AS seen (id, kind, subject, times, seen_at, evidence, product_id, operator_id, region_path)
                        ON CONFLICT (kind, subject)
                            WHERE status = 'OPEN' OR (kind = 'COPIED_CODE' AND status = 'CONFIRMED') DO UPDATE
                        SET count = s.count + excluded.count,
                            first_seen = LEAST(s.first_seen, excluded.first_seen),
                            last_seen = GREATEST(s.last_seen, excluded.last_seen),
                            evidence = excluded.evidence,
                            region_path = CASE WHEN s.region_path = '/' THEN excluded.region_path ELSE s.region_path END
                        RETURNING id
                        """)
                .param("id", column(drafts, draft -> draft.id().toString()))
                .param("kind", column(drafts, draft -> draft.seen().kind().name()))
                .param("subject", column(drafts, draft -> draft.seen().subject()))
                .param(
                        "times",
                        drafts.stream().map(draft -> draft.seen().times()).toArray(Long[]::new))
                .param("at", column(drafts, draft -> draft.seen().at().toString()))
                .param(
                        "evidence",
                        column(
                                drafts,
                                draft -> JSON.writeValueAsString(draft.seen().evidence())))
                .param("product", column(drafts, draft -> text(draft.seen().product())))
                .param("operator", column(drafts, draft -> text(draft.operator())))
                .param("region", column(drafts, Draft::regionPath))
                .query(UUID.class)
                .list();
    }

    @Override
    public Page<Signal> list(Scope scope, @Nullable SignalKind kind, @Nullable Boolean open, PageRequest page) {
        ScopedQuery query = new ScopedQuery(SELECT, scope)
                .andIf("kind = :kind", "kind", kind, SignalKind::name)
                .andIf("(status = 'OPEN') = :open", "open", open, isOpen -> isOpen);
        return query.page(
                jdbc, "id", page, JdbcSignals::signal, signal -> signal.id().value());
    }

    @Override
    public Optional<Signal> find(Scope scope, SignalId id) {
        return one(scope, id).bind(jdbc).query(JdbcSignals::signal).optional();
    }

    @Override
    public Optional<Signal> lock(Scope scope, SignalId id) {
        return one(scope, id)
                .bind(jdbc, "FOR UPDATE")
                .query(JdbcSignals::signal)
                .optional();
    }

    private static ScopedQuery one(Scope scope, SignalId id) {
        return new ScopedQuery(SELECT, scope).and("id = :id", "id", id.value());
    }

    @Override
    public void assess(SignalId id, Assessment assessment) {
        jdbc.sql("""
                INSERT INTO codes.signal_assessment (signal, conclusion, reason, legal_basis, at, actor, actor_name, capacity)
                VALUES (:signal, :conclusion, :reason, :legalBasis, :at::timestamptz, :actor, :by, :capacity)
                """)
                .param("signal", id.value())
                .param("conclusion", assessment.conclusion().name())
                .param("reason", assessment.reason())
                .param("legalBasis", assessment.legalBasis())
                .param("at", assessment.at().toString())
                .param("actor", assessment.actor().value())
                .param("by", assessment.by())
                .param("capacity", assessment.capacity())
                .update();
        jdbc.sql("UPDATE codes.signal SET status = :status WHERE id = :id")
                .param("status", assessment.conclusion().name())
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<Assessment> assessment(SignalId id) {
        return jdbc.sql("""
                        SELECT conclusion, reason, legal_basis, at, actor, actor_name, capacity
                        FROM codes.signal_assessment
                        WHERE signal = :signal
                        """)
                .param("signal", id.value())
                .query((row, number) -> new Assessment(
                        Assessment.Conclusion.valueOf(row.getString("conclusion")),
                        row.getString("reason"),
                        row.getString("legal_basis"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new ActorId(row.getObject("actor", UUID.class)),
                        row.getString("actor_name"),
                        row.getString("capacity")))
                .optional();
    }

    @Override
    public List<Signal> others(Scope scope, Signal signal, int limit) {
        return new ScopedQuery(SELECT, scope)
                .and("subject = :subject", "subject", signal.subject())
                .and("id <> :id", "id", signal.id().value())
                .bind(jdbc, "ORDER BY id DESC LIMIT " + limit)
                .query(JdbcSignals::signal)
                .list();
    }

    @Override
    public List<Signal> about(Scope scope, List<String> subjects, String beginning, int limit) {
        return new ScopedQuery(SELECT, scope)
                .and(
                        "(subject = ANY (:subjects) OR subject ~>=~ :from AND subject ~<~ :to)",
                        "subjects",
                        subjects.toArray(String[]::new))
                .with("from", beginning)
                .with("to", beginning + Character.toString(Character.MAX_CODE_POINT))
                .bind(jdbc, "ORDER BY id DESC LIMIT " + limit)
                .query(JdbcSignals::signal)
                .list();
    }

    private record Draft(
            UUID id, Observation seen, @Nullable OperatorId operator, String regionPath) {
        CounterfeitSignal signal() {
            return new CounterfeitSignal(
                    new SignalId(id), seen.kind(), seen.subject(), seen.product(), operator, seen.region(), seen.at());
        }
    }

    private Draft draft(Observation seen) {
        Optional<PublicOperator> operator = Optional.ofNullable(seen.product())
                .flatMap(facts::product)
                .map(PublicProduct::operator)
                .flatMap(facts::operator);
        String regionPath = Optional.ofNullable(seen.region())
                .flatMap(this::path)
                .or(() -> operator.map(PublicOperator::regionPath))
                .orElse(NATION);
        return new Draft(
                Uuid7.next(clock), seen, operator.map(PublicOperator::id).orElse(null), regionPath);
    }

    private Optional<String> path(RegionCode region) {
        return regions.find(region, LocalDate.now(clock)).map(Region::path);
    }

    private static @Nullable String[] column(List<Draft> drafts, Function<Draft, @Nullable String> column) {
        return drafts.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static Signal signal(ResultSet row, int number) throws SQLException {
        UUID product = row.getObject("product_id", UUID.class);
        UUID operator = row.getObject("operator_id", UUID.class);
        return new Signal(
                new SignalId(row.getObject("id", UUID.class)),
                SignalKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                SignalStatus.valueOf(row.getString("status")),
                row.getLong("count"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("evidence"), EVIDENCE),
                product == null ? null : new ProductId(product),
                operator == null ? null : new OperatorId(operator),
                row.getString("region_path"));
    }
}
