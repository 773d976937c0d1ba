package org.suyuan.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.ProductStatus;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.shared.LotId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.SiteId;

/** Asks the public views alone: what a second reader of this class adds to a query cannot be a contact. */
@Repository
class JdbcPublicFacts implements PublicFacts {
    private static final int COMPANY_PREFIX_LENGTH_MIN = 4;
    private static final int COMPANY_PREFIX_LENGTH_MAX = 12;

    /** A product with the GTIN it was asked by, {@code a}, and its own, {@code g}. */
    private static final String PRODUCT = """
            SELECT p.id, p.operator_id, g.gtin, p.own_code, p.name_zh, p.name_en, p.specification, p.net_value, p.net_unit,
                   p.shelf_life, p.shelf_life_unit, p.brand, p.origin, p.status,
                   coalesce(a.level, 0) AS level, coalesce(a.pieces, 1) AS pieces, a.gtin AS asked,
                   c.code AS category_code, c.parent AS category_parent, c.name_zh AS category_name_zh,
                   c.name_en AS category_name_en,
                   s.code AS storage_code, s.parent AS storage_parent, s.name_zh AS storage_name_zh,
                   s.name_en AS storage_name_en
            FROM registry.public_product AS p
            JOIN registry.product_category AS c ON c.code = p.category
            LEFT JOIN registry.storage_condition AS s ON s.code = p.storage
            LEFT JOIN registry.product_gtin AS g ON g.product_id = p.id AND g.level = 0
            """;

    private static final String LOT = """
            SELECT l.id, l.product_id, l.lot_number, l.production_date, l.best_before, l.quantity, l.quantity_unit, l.site_id
            FROM registry.public_lot AS l
            """;

    private static final String SITE = """
            SELECT s.id, s.operator_id, o.name_zh AS operator_name_zh, o.name_en AS operator_name_en, s.name_zh, s.name_en,
                   s.role, s.place, s.region_code, s.region_path, s.address, s.latitude, s.longitude, s.status
            FROM registry.public_site AS s
            JOIN registry.public_operator AS o ON o.id = s.operator_id
            """;

    private static final String OPERATOR = """
            SELECT o.id, o.uscc, o.name_zh, o.name_en, o.kinds, o.region_code, o.region_path,
                   o.production_licence, o.operation_licence, o.status
            FROM registry.public_operator AS o
            """;

    private final JdbcClient jdbc;

    JdbcPublicFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PublicProduct> product(Gtin gtin) {
        return Optional.ofNullable(products(List.of(gtin)).get(gtin));
    }

    @Override
    public Map<Gtin, PublicProduct> products(Collection<Gtin> gtins) {
        requireBounded(gtins);
        Map<Gtin, PublicProduct> found = new HashMap<>();
        jdbc.sql(PRODUCT + """
                JOIN registry.product_gtin AS a ON a.product_id = p.id
                WHERE a.gtin = ANY (:gtins)
                """)
                .param("gtins", gtins.stream().map(Gtin::value).distinct().toArray(String[]::new))
                .query(row -> {
                    found.put(new Gtin(row.getString("asked")), product(row, 0));
                });
        return found;
    }

    @Override
    public Optional<PublicProduct> product(ProductId id) {
        return jdbc.sql(PRODUCT + """
                LEFT JOIN registry.product_gtin AS a ON a.product_id = p.id AND a.level = 0
                WHERE p.id = :id
                """)
                .param("id", id.value())
                .query(JdbcPublicFacts::product)
                .optional();
    }

    @Override
    public Optional<PublicLot> lot(Gtin gtin, String lotNumber) {
        return jdbc.sql(LOT + """
                JOIN registry.product_gtin AS g ON g.product_id = l.product_id
                WHERE g.gtin = :gtin AND l.lot_number = :lot_number
                """)
                .param("gtin", gtin.value())
                .param("lot_number", lotNumber)
                .query(JdbcPublicFacts::lot)
                .optional();
    }

    @Override
    public Optional<PublicLot> lot(LotId id) {
        return jdbc.sql(LOT + """
                WHERE l.id = :id
                """)
                .param("id", id.value())
                .query(JdbcPublicFacts::lot)
                .optional();
    }

    @Override
    public Map<String, PublicSite> sites(Collection<String> places) {
        requireBounded(places);
        Map<String, PublicSite> found = new HashMap<>();
        jdbc.sql(SITE + """
                WHERE s.place = ANY (:places)
                """)
                .param("places", places.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("place"), site(row, 0));
                });
        return found;
    }

    @Override
    public Optional<PublicOperator> operator(OperatorId id) {
        return Optional.ofNullable(operators(List.of(id)).get(id));
    }

    @Override
    public Map<OperatorId, PublicOperator> operators(Collection<OperatorId> ids) {
        requireBounded(ids);
        Map<OperatorId, PublicOperator> found = new HashMap<>();
        jdbc.sql(OPERATOR + """
                WHERE o.id = ANY (:ids::uuid[])
                """)
                .param("ids", ids.stream().map(OperatorId::toString).distinct().toArray(String[]::new))
                .query(row -> {
                    found.put(new OperatorId(Rows.id(row, "id")), operator(row, 0));
                });
        return found;
    }

    @Override
    public List<PublicSite> sitesOf(OperatorId operator, int limit) {
        return jdbc.sql(SITE + """
                WHERE s.operator_id = :operator AND s.status = 'ACTIVE'
                ORDER BY s.name_zh COLLATE "zh-x-icu", s.id
                LIMIT :limit
                """)
                .param("operator", operator.value())
                .param("limit", Math.min(limit, ASKED_MAX))
                .query(JdbcPublicFacts::site)
                .list();
    }

    @Override
    public List<PublicProduct> productsOf(OperatorId operator, int limit) {
        return jdbc.sql(PRODUCT + """
                LEFT JOIN registry.product_gtin AS a ON a.product_id = p.id AND a.level = 0
                WHERE p.operator_id = :operator AND p.status = 'ACTIVE'
                ORDER BY p.name_zh COLLATE "zh-x-icu", p.id
                LIMIT :limit
                """)
                .param("operator", operator.value())
                .param("limit", Math.min(limit, ASKED_MAX))
                .query(JdbcPublicFacts::product)
                .list();
    }

    @Override
    public Optional<PublicOperator> operatorByCompanyPrefix(String digits) {
        String[] prefixes = IntStream.rangeClosed(
                        COMPANY_PREFIX_LENGTH_MIN, Math.min(COMPANY_PREFIX_LENGTH_MAX, digits.length()))
                .mapToObj(length -> digits.substring(0, length))
                .toArray(String[]::new);
        return jdbc.sql(OPERATOR + """
                WHERE o.company_prefix = ANY (:prefixes)
                ORDER BY length(o.company_prefix) DESC
                LIMIT 1
                """)
                .param("prefixes", prefixes)
                .query(JdbcPublicFacts::operator)
                .optional();
    }

    private static void requireBounded(Collection<?> asked) {
        if (asked.size() > ASKED_MAX) {
            throw new IllegalArgumentException("asked: " + asked.size() + " (expected: at most " + ASKED_MAX + ")");
        }
    }

    private static PublicProduct product(ResultSet row, int number) throws SQLException {
        return new PublicProduct(
                new ProductId(Rows.id(row, "id")),
                new OperatorId(Rows.id(row, "operator_id")),
                Rows.gtin(row, "gtin"),
                row.getString("own_code"),
                row.getInt("level"),
                row.getLong("pieces"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Objects.requireNonNull(Rows.code(row, "category")),
                row.getString("specification"),
                Rows.amount(row, "net_value", "net_unit"),
                Rows.shelfLife(row),
                Rows.code(row, "storage"),
                row.getString("brand"),
                row.getString("origin"),
                ProductStatus.valueOf(row.getString("status")));
    }

    private static PublicLot lot(ResultSet row, int number) throws SQLException {
        UUID site = row.getObject("site_id", UUID.class);
        return new PublicLot(
                new LotId(Rows.id(row, "id")),
                new ProductId(Rows.id(row, "product_id")),
                row.getString("lot_number"),
                row.getObject("production_date", LocalDate.class),
                row.getObject("best_before", LocalDate.class),
                Rows.amount(row, "quantity", "quantity_unit"),
                site == null ? null : new SiteId(site));
    }

    private static PublicSite site(ResultSet row, int number) throws SQLException {
        return new PublicSite(
                new SiteId(Rows.id(row, "id")),
                new OperatorId(Rows.id(row, "operator_id")),
                row.getString("operator_name_zh"),
                row.getString("operator_name_en"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("role"),
                row.getString("place"),
                new RegionCode(row.getString("region_code")),
                row.getString("region_path"),
                row.getString("address"),
                Rows.point(row),
                RegistrationStatus.valueOf(row.getString("status")));
    }

    private static PublicOperator operator(ResultSet row, int number) throws SQLException {
        return new PublicOperator(
                new OperatorId(Rows.id(row, "id")),
                Rows.uscc(row),
                row.getString("name_zh"),
                row.getString("name_en"),
                Rows.texts(row, "kinds"),
                new RegionCode(row.getString("region_code")),
                row.getString("region_path"),
                row.getString("production_licence"),
                row.getString("operation_licence"),
                RegistrationStatus.valueOf(row.getString("status")));
    }
}
