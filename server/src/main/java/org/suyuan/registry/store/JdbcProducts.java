package org.suyuan.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.Entered;
import org.suyuan.registry.Faults;
import org.suyuan.registry.Imports;
import org.suyuan.registry.ListOrder;
import org.suyuan.registry.Packaging;
import org.suyuan.registry.Product;
import org.suyuan.registry.ProductDraft;
import org.suyuan.registry.ProductFilter;
import org.suyuan.registry.ProductStatus;
import org.suyuan.registry.Products;
import org.suyuan.registry.RegistryProblem;
import org.suyuan.shared.Amount;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;

@Repository
class JdbcProducts implements Products {
    private static final String SELECT = """
            SELECT t.id, t.operator_id, o.name_zh AS operator_name, t.region_path, t.own_code, t.name_zh, t.name_en, t.category,
                   t.specification, t.net_value, t.net_unit, t.shelf_life, t.shelf_life_unit, t.storage, t.brand, t.origin,
                   t.status, t.version,
                   (SELECT array_agg(g.gtin || ' ' || g.level || ' ' || g.pieces ORDER BY g.level)
                    FROM registry.product_gtin AS g
                    WHERE g.product_id = t.id) AS gtins
            """;
    private static final String FROM = """
            FROM registry.product AS t
            JOIN registry.public_operator AS o ON o.id = t.operator_id""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final CodeLists codeLists;
    private final Clock clock;

    JdbcProducts(JdbcClient jdbc, NamedParameterJdbcTemplate batches, CodeLists codeLists, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    @Override
    public Page<Product> list(Actor actor, ProductFilter filter, PageRequest page) {
        return listing(actor, filter).page(page, order(filter.order()));
    }

    /** The driver reads in portions only inside a transaction. */
    @Override
    @Transactional(readOnly = true)
    public void export(Actor actor, ProductFilter filter, Consumer<List<Product>> portion) {
        listing(actor, filter).portions(order(filter.order()), Imports.CHUNK, portion);
    }

    private Listing<Product> listing(Actor actor, ProductFilter filter) {
        return new Listing<>(jdbc, SELECT, FROM, JdbcProducts::product)
                .where(ScopeClause.reading(actor))
                .where("t.name_zh LIKE :name OR t.name_en ILIKE :name", "name", Listing.anywhere(filter.name()))
                .where(
                        "t.operator_id = :operator",
                        "operator",
                        filter.operator() == null ? null : filter.operator().value())
                .where(
                        "t.id = (SELECT g.product_id FROM registry.product_gtin AS g WHERE g.gtin = :gtin)",
                        "gtin",
                        filter.gtin() == null ? null : filter.gtin().value())
                .where("""
                        t.category IN (
                            WITH RECURSIVE below AS (
                                SELECT c.code FROM registry.product_category AS c WHERE c.code = :category
                                UNION ALL
                                SELECT c.code FROM registry.product_category AS c JOIN below ON c.parent = below.code)
                            SELECT code FROM below)""", "category", filter.category())
                .where(
                        "t.status = :status",
                        "status",
                        filter.status() == null ? null : filter.status().name());
    }

    private static Listing.Order<Product> order(ListOrder order) {
        return switch (order) {
            case NEWEST -> Listing.newest(product -> product.id().toString());
            case NAME -> Listing.byName(Product::nameZh, product -> product.id().toString());
        };
    }

    @Override
    public Optional<Product> find(Actor actor, ProductId id) {
        return one(ScopeClause.reading(actor), id, "");
    }

    private Optional<Product> one(ScopeClause scope, ProductId id, String lock) {
        return jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id AND (" + scope.sql() + ")" + lock)
                .param("id", id.value())
                .params(scope.parameters())
                .query(JdbcProducts::product)
                .optional();
    }

    private Product stored(ProductId id) {
        return jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id")
                .param("id", id.value())
                .query(JdbcProducts::product)
                .single();
    }

    @Override
    @Transactional
    public Product register(Actor actor, ProductDraft draft) {
        return stored(Entries.single(registerAll(actor, List.of(draft)), RegistryProblem.PRODUCT_EXISTS));
    }

    @Override
    @Transactional
    public List<Entered<ProductId>> registerAll(Actor actor, List<ProductDraft> drafts) {
        Entries.requireChunk(drafts);
        ScopeClause.writing(actor);
        KnownProducts known = KnownProducts.of(jdbc, codeLists, drafts);
        KnownOperators operators = KnownOperators.of(jdbc, drafts.stream().map(ProductDraft::operatorId));
        List<Entered<ProductId>> entered = new ArrayList<>();
        List<SqlParameterSource> rows = new ArrayList<>();
        List<SqlParameterSource> gtins = new ArrayList<>();
        for (ProductDraft draft : drafts) {
            ProductId id = new ProductId(Uuid7.next(clock));
            Faults faults = draft.faults();
            UUID operator = operators.ofProduct(actor, draft.operatorId(), faults);
            known.check(id, operator, draft, faults);
            if (operator == null || !faults.none()) {
                entered.add(new Entered.Refused<>(faults.list()));
            } else {
                known.take(id, operator, draft);
                rows.add(parameters(actor, id, draft)
                        .addValue("operator", operator)
                        .addValue("region_path", operators.path(operator)));
                gtins.addAll(gtins(id, draft));
                entered.add(new Entered.Registered<>(id));
            }
        }
        Entries.guarded(RegistryProblem.PRODUCT_EXISTS, () -> insert(rows, gtins));
        return entered;
    }

    private int[] insert(List<SqlParameterSource> rows, List<SqlParameterSource> gtins) {
        batches.batchUpdate("""
                INSERT INTO registry.product (id, operator_id, region_path, own_code, name_zh, name_en, category, specification,
                    net_value, net_unit, shelf_life, shelf_life_unit, storage, brand, origin, status, version,
                    created_at, changed_at, changed_by)
                VALUES (:id, :operator, :region_path, :own_code, :name_zh, :name_en, :category, :specification,
                    :net_value, :net_unit, :shelf_life, :shelf_life_unit, :storage, :brand, :origin, :status, 1,
                    :now, :now, :actor)
                """, rows.toArray(SqlParameterSource[]::new));
        return insertGtins(gtins);
    }

    private int[] insertGtins(List<SqlParameterSource> gtins) {
        return batches.batchUpdate("""
                INSERT INTO registry.product_gtin (gtin, product_id, level, pieces)
                VALUES (:gtin, :id, :level, :pieces)
                """, gtins.toArray(SqlParameterSource[]::new));
    }

    @Override
    @Transactional
    public Optional<Product> change(Actor actor, ProductId id, Consumer<Product> precondition, ProductDraft draft) {
        Product current =
                one(ScopeClause.writing(actor), id, "\nFOR UPDATE OF t").orElse(null);
        if (current == null) {
            return Optional.empty();
        }
        precondition.accept(current);
        Faults faults = draft.faults();
        KnownProducts.of(jdbc, codeLists, List.of(draft))
                .check(id, current.operator().value(), draft, faults);
        checkFixed(current, draft, faults);
        Entries.refuse(faults, RegistryProblem.PRODUCT_EXISTS);
        Entries.guarded(RegistryProblem.PRODUCT_EXISTS, () -> update(parameters(actor, id, draft), gtins(id, draft)));
        return Optional.of(stored(id));
    }

    /** Codes in the world name these, so they stay; a code may be added where there was none. */
    private static void checkFixed(Product current, ProductDraft draft, Faults faults) {
        checkFixed("/operatorId", current.operator().toString(), draft.operatorId(), faults);
        String gtin = draft.gtin() == null ? null : KnownProducts.gtin(draft.gtin());
        checkFixed("/gtin", current.gtin() == null ? null : current.gtin().value(), gtin, faults);
        checkFixed("/ownCode", current.ownCode(), draft.ownCode(), faults);
    }

    private static void checkFixed(String pointer, @Nullable String current, @Nullable String asked, Faults faults) {
        if (current != null && !current.equals(asked)) {
            faults.add(pointer, asked, "fixed", "expected: " + current);
        }
    }

    private int[] update(SqlParameterSource row, List<SqlParameterSource> gtins) {
        batches.update("""
                UPDATE registry.product
                SET own_code = :own_code, name_zh = :name_zh, name_en = :name_en, category = :category,
                    specification = :specification, net_value = :net_value, net_unit = :net_unit, shelf_life = :shelf_life,
                    shelf_life_unit = :shelf_life_unit, storage = :storage, brand = :brand, origin = :origin,
                    status = :status, version = version + 1, changed_at = :now, changed_by = :actor
                WHERE id = :id
                """, row);
        batches.update("""
                DELETE FROM registry.product_gtin
                WHERE product_id = :id
                """, row);
        return insertGtins(gtins);
    }

    private MapSqlParameterSource parameters(Actor actor, ProductId id, ProductDraft draft) {
        Amount net = draft.netContent();
        return new MapSqlParameterSource()
                .addValue("id", id.value())
                .addValue("own_code", draft.ownCode())
                .addValue("name_zh", draft.nameZh())
                .addValue("name_en", draft.nameEn())
                .addValue("category", draft.category())
                .addValue("specification", draft.specification())
                .addValue("net_value", net == null ? null : net.value())
                .addValue("net_unit", net == null ? null : net.unit())
                .addValue(
                        "shelf_life",
                        draft.shelfLife() == null ? null : draft.shelfLife().length())
                .addValue(
                        "shelf_life_unit",
                        draft.shelfLife() == null
                                ? null
                                : draft.shelfLife().unit().name())
                .addValue("storage", draft.storage())
                .addValue("brand", draft.brand())
                .addValue("origin", draft.origin())
                .addValue("status", (draft.status() == null ? ProductStatus.ACTIVE : draft.status()).name())
                .addValue("now", OffsetDateTime.now(clock))
                .addValue("actor", actor.id().value());
    }

    private static List<SqlParameterSource> gtins(ProductId id, ProductDraft draft) {
        List<SqlParameterSource> rows = new ArrayList<>();
        if (draft.gtin() != null) {
            rows.add(gtin(id, draft.gtin(), 0, 1));
        }
        int place = 0;
        for (ProductDraft.PackagingDraft packaging : KnownProducts.packagings(draft)) {
            place++;
            int level = packaging.level() == null ? place : packaging.level();
            rows.add(gtin(
                    id, Objects.requireNonNull(packaging.gtin()), level, Objects.requireNonNull(packaging.pieces())));
        }
        return rows;
    }

    private static SqlParameterSource gtin(ProductId id, String gtin, int level, long pieces) {
        return new MapSqlParameterSource(
                Map.of("id", id.value(), "gtin", Gtin.of(gtin).value(), "level", level, "pieces", pieces));
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        List<Packaging> gtins = packagings(row);
        return new Product(
                new ProductId(Rows.id(row, "id")),
                new OperatorId(Rows.id(row, "operator_id")),
                row.getString("operator_name"),
                row.getString("region_path"),
                gtins.stream()
                        .filter(gtin -> gtin.level() == 0)
                        .map(Packaging::gtin)
                        .findFirst()
                        .orElse(null),
                row.getString("own_code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("category"),
                row.getString("specification"),
                Rows.amount(row, "net_value", "net_unit"),
                Rows.shelfLife(row),
                row.getString("storage"),
                row.getString("brand"),
                row.getString("origin"),
                gtins.stream().filter(gtin -> gtin.level() > 0).collect(Collectors.toList()),
                ProductStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }

    private static List<Packaging> packagings(ResultSet row) throws SQLException {
        if (row.getArray("gtins") == null) {
            return List.of();
        }
        List<Packaging> packagings = new ArrayList<>();
        for (String text : Rows.texts(row, "gtins")) {
            String[] parts = text.split(" ");
            packagings.add(new Packaging(new Gtin(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
        }
        return packagings;
    }
}
