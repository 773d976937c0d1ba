package org.suyuan.codes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.codes.BatchFilter;
import org.suyuan.codes.BatchId;
import org.suyuan.codes.Batches;
import org.suyuan.codes.CodeBatch;
import org.suyuan.codes.CodeKind;
import org.suyuan.codes.IssueOrder;
import org.suyuan.codes.IssueResult;
import org.suyuan.codes.SeriesKey;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;

@Repository
class JdbcBatches implements Batches {
    private static final String SELECT = """
            SELECT b.id, b.class, b.key_version, s.kind, b.from_position, b.quantity, b.product_id, b.operator_id, b.lot,
                   b.note, b.created_by, b.created_by_name, b.created_at
            FROM codes.batch b
            JOIN codes.series s ON s.class = b.class AND s.key_version = b.key_version
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcBatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public IssueResult issue(IssueOrder order) {
        SeriesKey series = new SeriesKey(seriesClass(order), order.keyVersion());
        // The row lock taken here is held until the batch is written, so orders for one series queue up.
        Optional<Long> issued = jdbc.sql("""
                        UPDATE codes.series
                        SET issued = issued + :quantity
                        WHERE class = :class AND key_version = :version AND issued + :quantity <= :capacity
                        RETURNING issued
                        """)
                .param("quantity", order.quantity())
                .param("class", series.seriesClass())
                .param("version", series.keyVersion())
                .param("capacity", order.kind().capacity())
                .query(Long.class)
                .optional();
        if (issued.isEmpty()) {
            return new IssueResult.SeriesFull(series, order.kind().capacity() - issued(series));
        }
        return new IssueResult.Issued(insert(order, series, issued.get() - order.quantity()));
    }

    @Override
    public Optional<CodeBatch> find(Scope scope, BatchId id) {
        return new ScopedQuery(SELECT, scope)
                .and("b.id = :id", "id", id.value())
                .bind(jdbc)
                .query(JdbcBatches::batch)
                .optional();
    }

    @Override
    public List<CodeBatch> about(Scope scope, String lot, String seriesClass, int limit) {
        return new ScopedQuery(SELECT, scope)
                .and("(b.lot = :lot OR b.class = :class)", "lot", lot)
                .with("class", seriesClass)
                .bind(jdbc, "ORDER BY b.id DESC LIMIT " + limit)
                .query(JdbcBatches::batch)
                .list();
    }

    @Override
    public Page<CodeBatch> list(Scope scope, BatchFilter filter, PageRequest page) {
        ScopedQuery query = new ScopedQuery(SELECT, scope)
                .andIf("b.product_id = :product", "product", filter.product(), ProductId::value)
                .andIf("b.operator_id = :operator", "operator", filter.operator(), OperatorId::value)
                .andIf("b.created_at >= :from", "from", filter.from(), time -> time.atOffset(ZoneOffset.UTC))
                .andIf("b.created_at < :before", "before", filter.before(), time -> time.atOffset(ZoneOffset.UTC));
        return query.page(
                jdbc, "b.id", page, JdbcBatches::batch, batch -> batch.id().value());
    }

    @Override
    public Optional<CodeBatch> at(SeriesKey series, long position) {
        // Anybody who holds an item may know of which batch its code is.
        return SecondWall.outside(
                        Beyond.PUBLIC_FACTS,
                        () -> jdbc.sql(SELECT + """
                        WHERE b.class = :class AND b.key_version = :version AND b.from_position <= :position
                        ORDER BY b.from_position DESC
                        LIMIT 1
                        """)
                                .param("class", series.seriesClass())
                                .param("version", series.keyVersion())
                                .param("position", position)
                                .query(JdbcBatches::batch)
                                .optional())
                .filter(batch -> position < batch.from() + batch.quantity());
    }

    @Override
    public List<Counter> counters() {
        return jdbc.sql("SELECT class, key_version, kind, product_id, issued FROM codes.series")
                .query((row, number) -> new Counter(
                        new SeriesKey(row.getString("class"), row.getInt("key_version")),
                        CodeKind.valueOf(row.getString("kind")),
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getLong("issued")))
                .list();
    }

    /** The class to count in; makes the series if this is its first batch. */
    private String seriesClass(IssueOrder order) {
        return switch (order.kind()) {
            case GS1_SERIAL -> openSeries(Objects.requireNonNull(order.gtin()), order);
            case SUPERVISION ->
                resourceNumber(order).orElseGet(() -> {
                    openSeries(nextResourceNumber(), order);
                    return resourceNumber(order).orElseThrow();
                });
        };
    }

    private String openSeries(String seriesClass, IssueOrder order) {
        // Nothing happens when the series exists, also when somebody else makes it at this moment.
        jdbc.sql("""
                        INSERT INTO codes.series (class, key_version, kind, product_id)
                        VALUES (:class, :version, :kind, :product)
                        ON CONFLICT DO NOTHING
                        """)
                .param("class", seriesClass)
                .param("version", order.keyVersion())
                .param("kind", order.kind().name())
                .param("product", order.product().value())
                .update();
        return seriesClass;
    }

    private Optional<String> resourceNumber(IssueOrder order) {
        return jdbc.sql("""
                        SELECT class
                        FROM codes.series
                        WHERE product_id = :product AND key_version = :version AND kind = 'SUPERVISION'
                        """)
                .param("product", order.product().value())
                .param("version", order.keyVersion())
                .query(String.class)
                .optional();
    }

    private String nextResourceNumber() {
        return jdbc.sql("SELECT nextval('codes.resource_number')::text")
                .query(String.class)
                .single();
    }

    private long issued(SeriesKey series) {
        return jdbc.sql("SELECT issued FROM codes.series WHERE class = :class AND key_version = :version")
                .param("class", series.seriesClass())
                .param("version", series.keyVersion())
                .query(Long.class)
                .single();
    }

    private CodeBatch insert(IssueOrder order, SeriesKey series, long from) {
        CodeBatch batch = new CodeBatch(
                new BatchId(Uuid7.next(clock)),
                series,
                order.kind(),
                from,
                order.quantity(),
                order.product(),
                order.operator(),
                order.lot(),
                order.note(),
                order.orderedBy(),
                order.orderedByName(),
                clock.instant());
        jdbc.sql("""
                        INSERT INTO codes.batch (id, class, key_version, from_position, quantity, product_id, operator_id,
                                                 region_path, lot, note, created_by, created_by_name, created_at)
                        VALUES (:id, :class, :version, :from, :quantity, :product, :operator,
                                :regionPath, :lot, :note, :by, :byName, :at)
                        """)
                .param("id", batch.id().value())
                .param("class", series.seriesClass())
                .param("version", series.keyVersion())
                .param("from", from)
                .param("quantity", batch.quantity())
                .param("product", batch.product().value())
                .param("operator", batch.operator().value())
                .param("regionPath", order.regionPath())
                .param("lot", batch.lot())
                .param("note", batch.note())
                .param("by", batch.createdBy().value())
                .param("byName", batch.createdByName())
                .param("at", batch.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        return batch;
    }

    private static CodeBatch batch(ResultSet row, int number) throws SQLException {
        return new CodeBatch(
                new BatchId(row.getObject("id", UUID.class)),
                new SeriesKey(row.getString("class"), row.getInt("key_version")),
                CodeKind.valueOf(row.getString("kind")),
                row.getLong("from_position"),
                row.getLong("quantity"),
                new ProductId(row.getObject("product_id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getString("lot"),
                row.getString("note"),
                new ActorId(row.getObject("created_by", UUID.class)),
                row.getString("created_by_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
