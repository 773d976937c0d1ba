package org.suyuan.registry.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.epcis.gs1.ApplicationIdentifiers;
import org.suyuan.registry.Faults;
import org.suyuan.registry.LotDraft;
import org.suyuan.registry.ShelfLife;
import org.suyuan.shared.LotId;

/**
 * What a chunk of lot drafts names, looked up once: products the actor may write for, paths of the sites (which may be another
 * operator's: commissioned processing, R0.50), and lots that exist.
 */
record KnownLots(Map<UUID, KnownProduct> products, Map<UUID, String> sites, Map<Number, UUID> lots) {

    record KnownProduct(
            UUID operator,
            String regionPath,
            boolean hasGtin,
            @Nullable ShelfLife shelfLife) {}

    record Number(UUID product, String lotNumber) {}

    /** What a good draft comes to. */
    record Made(
            UUID product,
            UUID operator,
            @Nullable UUID site,
            String regionPath,
            @Nullable LocalDate bestBefore) {}

    static KnownLots of(JdbcClient jdbc, ScopeClause scope, List<LotDraft> drafts) {
        return new KnownLots(products(jdbc, scope, drafts), sites(jdbc, drafts), lots(jdbc, drafts));
    }

    private static Map<UUID, KnownProduct> products(JdbcClient jdbc, ScopeClause scope, List<LotDraft> drafts) {
        Map<UUID, KnownProduct> products = new HashMap<>();
        jdbc.sql("""
                SELECT t.id, t.operator_id, t.region_path, t.shelf_life, t.shelf_life_unit,
                       EXISTS (SELECT FROM registry.product_gtin AS g WHERE g.product_id = t.id) AS has_gtin
                FROM registry.product AS t
                WHERE t.id = ANY (:ids::uuid[]) AND (%s)
                """.formatted(scope.sql()))
                .param("ids", Rows.ids(drafts.stream().map(LotDraft::productId)))
                .params(scope.parameters())
                .query(row -> {
                    products.put(
                            Rows.id(row, "id"),
                            new KnownProduct(
                                    Rows.id(row, "operator_id"),
                                    row.getString("region_path"),
                                    row.getBoolean("has_gtin"),
                                    Rows.shelfLife(row)));
                });
        return products;
    }

    private static Map<UUID, String> sites(JdbcClient jdbc, List<LotDraft> drafts) {
        Map<UUID, String> sites = new HashMap<>();
        jdbc.sql("""
                SELECT id, region_path
                FROM registry.public_site
                WHERE id = ANY (:ids::uuid[])
                """)
                .param("ids", Rows.ids(drafts.stream().map(LotDraft::siteId)))
                .query(row -> {
                    sites.put(Rows.id(row, "id"), row.getString("region_path"));
                });
        return sites;
    }

    private static Map<Number, UUID> lots(JdbcClient jdbc, List<LotDraft> drafts) {
        Map<Number, UUID> lots = new HashMap<>();
        jdbc.sql("""
                SELECT product_id, lot_number, id
                FROM registry.public_lot
                WHERE product_id = ANY (:products::uuid[]) AND lot_number = ANY (:numbers)
                """)
                .param("products", Rows.ids(drafts.stream().map(LotDraft::productId)))
                .param(
                        "numbers",
                        drafts.stream()
                                .map(LotDraft::lotNumber)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query(row -> {
                    lots.put(new Number(Rows.id(row, "product_id"), row.getString("lot_number")), Rows.id(row, "id"));
                });
        return lots;
    }

    /** Tells all that needs looking up; answers what the draft comes to unless product or site is unknown. */
    @Nullable
    Made check(LotId id, LotDraft draft, Faults faults) {
        UUID productId = Faults.uuid(draft.productId());
        KnownProduct product = productId == null ? null : products.get(productId);
        if (productId == null || product == null) {
            if (productId != null) {
                faults.add("/productId", draft.productId(), "known", "expected: a product that you may write for");
            }
            return null;
        }
        checkNumber(id, productId, product, draft, faults);
        UUID siteId = Faults.uuid(draft.siteId());
        String sitePath = siteId == null ? null : sites.get(siteId);
        if (siteId != null && sitePath == null) {
            faults.add("/siteId", draft.siteId(), "known", "expected: a registered site");
            return null;
        }
        String path = sitePath == null ? product.regionPath() : sitePath;
        return new Made(productId, product.operator(), siteId, path, bestBefore(product, draft));
    }

    private void checkNumber(LotId id, UUID productId, KnownProduct product, LotDraft draft, Faults faults) {
        String number = draft.lotNumber();
        if (number == null || number.isBlank()) {
            return;
        }
        if (product.hasGtin()) {
            // A lot of a GTIN must be writable beside it: AI (10), up to 20 characters of the GS1 set.
            ApplicationIdentifiers.find("10")
                    .orElseThrow()
                    .fault(number)
                    .ifPresent(
                            fault -> faults.add("/lotNumber", number, Faults.ruleName(fault.rule()), fault.detail()));
        }
        UUID holder = lots.get(new Number(productId, number));
        if (holder != null && !holder.equals(id.value())) {
            faults.add("/lotNumber", number, Faults.EXISTS, "this product has a lot with it");
        }
    }

    private static @Nullable LocalDate bestBefore(KnownProduct product, LotDraft draft) {
        if (draft.bestBefore() != null || draft.productionDate() == null || product.shelfLife() == null) {
            return draft.bestBefore();
        }
        return product.shelfLife().bestBefore(draft.productionDate());
    }

    void take(LotId id, LotDraft draft) {
        lots.put(
                new Number(
                        Objects.requireNonNull(Faults.uuid(draft.productId())),
                        Objects.requireNonNull(draft.lotNumber())),
                id.value());
    }
}
