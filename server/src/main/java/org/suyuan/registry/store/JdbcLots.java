package org.suyuan.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.registry.Entered;
import org.suyuan.registry.Faults;
import org.suyuan.registry.Imports;
import org.suyuan.registry.ListOrder;
import org.suyuan.registry.Lot;
import org.suyuan.registry.LotDraft;
import org.suyuan.registry.LotFilter;
import org.suyuan.registry.Lots;
import org.suyuan.registry.RegistryProblem;
import org.suyuan.shared.Amount;
import org.suyuan.shared.LotId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.SiteId;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;

@Repository
class JdbcLots implements Lots {
    private static final String SELECT = """
            SELECT t.id, t.product_id, p.name_zh AS product_name, g.gtin, t.operator_id, t.lot_number, t.production_date,
                   t.best_before, t.quantity, t.quantity_unit, t.site_id, t.region_path, t.version
            """;
    private static final String FROM = """
            FROM registry.lot AS t
            JOIN registry.public_product AS p ON p.id = t.product_id
            LEFT JOIN registry.product_gtin AS g ON g.product_id = t.product_id AND g.level = 0""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    JdbcLots(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Page<Lot> list(Actor actor, LotFilter filter, PageRequest page) {
        return listing(actor, filter).page(page, order(filter.order()));
    }

    /** The driver reads in portions only inside a transaction. */
    @Override
    @Transactional(readOnly = true)
    public void export(Actor actor, LotFilter filter, Consumer<List<Lot>> portion) {
        listing(actor, filter).portions(order(filter.order()), Imports.CHUNK, portion);
    }

    private Listing<Lot> listing(Actor actor, LotFilter filter) {
        return new Listing<>(jdbc, SELECT, FROM, JdbcLots::lot)
                .where(ScopeClause.reading(actor))
                .where(
                        "t.product_id = :product",
                        "product",
                        filter.product() == null ? null : filter.product().value())
                .where(
                        "t.operator_id = :operator",
                        "operator",
                        filter.operator() == null ? null : filter.operator().value())
                .where("t.lot_number = :lot_number", "lot_number", filter.lotNumber())
                .where("t.production_date >= :produced_from", "produced_from", filter.producedFrom())
                .where("t.production_date <= :produced_to", "produced_to", filter.producedTo());
    }

    private static Listing.Order<Lot> order(ListOrder order) {
        return switch (order) {
            case NEWEST -> Listing.newest(lot -> lot.id().toString());
            case NAME ->
                new Listing.Order<>(
                        List.of("t.lot_number", "t.id"),
                        false,
                        lot -> List.of(lot.lotNumber(), lot.id().toString()),
                        List.of(text -> text, Listing::id));
        };
    }

    @Override
    public Optional<Lot> find(Actor actor, LotId id) {
        return one(ScopeClause.reading(actor), id, "");
    }

    private Optional<Lot> one(ScopeClause scope, LotId id, String lock) {
        return jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id AND (" + scope.sql() + ")" + lock)
                .param("id", id.value())
                .params(scope.parameters())
                .query(JdbcLots::lot)
                .optional();
    }

    /** A lot made at a site elsewhere lies where the site does, out of its writer's sight. */
    private Lot stored(LotId id) {
        return SecondWall.outside(
                Beyond.OWN_WRITING,
                () -> jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id")
                        .param("id", id.value())
                        .query(JdbcLots::lot)
                        .single());
    }

    @Override
    @Transactional
    public Lot register(Actor actor, LotDraft draft) {
        return stored(Entries.single(registerAll(actor, List.of(draft)), RegistryProblem.LOT_EXISTS));
    }

    @Override
    @Transactional
    public List<Entered<LotId>> registerAll(Actor actor, List<LotDraft> drafts) {
        Entries.requireChunk(drafts);
        KnownLots known = KnownLots.of(jdbc, ScopeClause.writing(actor), drafts);
        List<Entered<LotId>> entered = new ArrayList<>();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (LotDraft draft : drafts) {
            LotId id = new LotId(Uuid7.next(clock));
            Faults faults = draft.faults();
            KnownLots.Made made = known.check(id, draft, faults);
            if (made == null || !faults.none()) {
                entered.add(new Entered.Refused<>(faults.list()));
            } else {
                known.take(id, draft);
                rows.add(parameters(actor, id, draft, made));
                entered.add(new Entered.Registered<>(id));
            }
        }
        Entries.guarded(RegistryProblem.LOT_EXISTS, () -> insert(rows));
        return entered;
    }

    private int[] insert(List<SqlParameterSource> rows) {
        return batches.batchUpdate("""
                INSERT INTO registry.lot (id, product_id, lot_number, production_date, best_before, quantity, quantity_unit,
                    site_id, operator_id, region_path, version, created_at, changed_at, changed_by)
                VALUES (:id, :product, :lot_number, :production_date, :best_before, :quantity, :quantity_unit,
                    :site, :operator, :region_path, 1, :now, :now, :actor)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    @Override
    @Transactional
    public Optional<Lot> change(Actor actor, LotId id, Consumer<Lot> precondition, LotDraft draft) {
        ScopeClause scope = ScopeClause.writing(actor);
        Lot current = one(scope, id, "\nFOR UPDATE OF t").orElse(null);
        if (current == null) {
            return Optional.empty();
        }
        precondition.accept(current);
        Faults faults = draft.faults();
        checkFixed("/productId", current.product().toString(), draft.productId(), faults);
        checkFixed("/lotNumber", current.lotNumber(), draft.lotNumber(), faults);
        KnownLots.Made made = KnownLots.of(jdbc, scope, List.of(draft)).check(id, draft, faults);
        Entries.refuse(faults, RegistryProblem.LOT_EXISTS);
        // The lot was found within the scope; a site elsewhere may take it out of it.
        SecondWall.outside(
                Beyond.OWN_WRITING, () -> update(parameters(actor, id, draft, Objects.requireNonNull(made))));
        return Optional.of(stored(id));
    }

    private void update(SqlParameterSource row) {
        batches.update("""
                UPDATE registry.lot
                SET production_date = :production_date, best_before = :best_before, quantity = :quantity,
                    quantity_unit = :quantity_unit, site_id = :site, region_path = :region_path,
                    version = version + 1, changed_at = :now, changed_by = :actor
                WHERE id = :id
                """, row);
    }

    private static void checkFixed(String pointer, String current, @Nullable String asked, Faults faults) {
        if (!current.equals(asked)) {
            faults.add(pointer, asked, "fixed", "expected: " + current);
        }
    }

    private SqlParameterSource parameters(Actor actor, LotId id, LotDraft draft, KnownLots.Made made) {
        Amount quantity = draft.quantity();
        return new MapSqlParameterSource()
                .addValue("id", id.value())
                .addValue("product", made.product())
                .addValue("lot_number", draft.lotNumber())
                .addValue("production_date", draft.productionDate())
                .addValue("best_before", made.bestBefore())
                .addValue("quantity", quantity == null ? null : quantity.value())
                .addValue("quantity_unit", quantity == null ? null : quantity.unit())
                .addValue("site", made.site())
                .addValue("operator", made.operator())
                .addValue("region_path", made.regionPath())
                .addValue("now", OffsetDateTime.now(clock))
                .addValue("actor", actor.id().value());
    }

    private static Lot lot(ResultSet row, int number) throws SQLException {
        UUID site = row.getObject("site_id", UUID.class);
        return new Lot(
                new LotId(Rows.id(row, "id")),
                new ProductId(Rows.id(row, "product_id")),
                row.getString("product_name"),
                Rows.gtin(row, "gtin"),
                new OperatorId(Rows.id(row, "operator_id")),
                row.getString("lot_number"),
                row.getObject("production_date", LocalDate.class),
                row.getObject("best_before", LocalDate.class),
                Rows.amount(row, "quantity", "quantity_unit"),
                site == null ? null : new SiteId(site),
                row.getString("region_path"),
                row.getLong("version"));
    }
}
