package org.suyuan.registry.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.Faults;
import org.suyuan.registry.ProductDraft;
import org.suyuan.shared.ProductId;

/** What a chunk of product drafts names, looked up once: code lists, and who holds their GTINs and own codes. */
record KnownProducts(
        Set<String> categories, Set<String> storages, Map<String, UUID> gtins, Map<OwnCode, UUID> ownCodes) {

    /** An own code means something within one operator only. */
    record OwnCode(UUID operator, String code) {}

    static KnownProducts of(JdbcClient jdbc, CodeLists codeLists, List<ProductDraft> drafts) {
        return new KnownProducts(
                codeLists.byCode(CodeList.PRODUCT_CATEGORIES).keySet(),
                codeLists.byCode(CodeList.STORAGE_CONDITIONS).keySet(),
                gtinHolders(jdbc, drafts),
                ownCodeHolders(jdbc, drafts));
    }

    private static Map<String, UUID> gtinHolders(JdbcClient jdbc, List<ProductDraft> drafts) {
        Map<String, UUID> holders = new HashMap<>();
        jdbc.sql("""
                SELECT gtin, product_id
                FROM registry.product_gtin
                WHERE gtin = ANY (:gtins)
                """)
                .param(
                        "gtins",
                        drafts.stream()
                                .flatMap(draft -> gtins(draft).stream())
                                .distinct()
                                .toArray(String[]::new))
                .query(row -> {
                    holders.put(row.getString("gtin"), Rows.id(row, "product_id"));
                });
        return holders;
    }

    private static Map<OwnCode, UUID> ownCodeHolders(JdbcClient jdbc, List<ProductDraft> drafts) {
        Map<OwnCode, UUID> holders = new HashMap<>();
        jdbc.sql("""
                SELECT operator_id, own_code, id
                FROM registry.public_product
                WHERE operator_id = ANY (:operators::uuid[]) AND own_code = ANY (:codes)
                """)
                .param("operators", Rows.ids(drafts.stream().map(ProductDraft::operatorId)))
                .param(
                        "codes",
                        drafts.stream()
                                .map(ProductDraft::ownCode)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query(row -> {
                    holders.put(
                            new OwnCode(Rows.id(row, "operator_id"), row.getString("own_code")), Rows.id(row, "id"));
                });
        return holders;
    }

    /** Tells all that needs looking up. */
    void check(ProductId id, @Nullable UUID operator, ProductDraft draft, Faults faults) {
        if (draft.category() != null && !categories.contains(draft.category())) {
            faults.add("/category", draft.category(), "code", "expected: a code of product-categories");
        }
        if (draft.storage() != null && !storages.contains(draft.storage())) {
            faults.add("/storage", draft.storage(), "code", "expected: a code of storage-conditions");
        }
        checkGtins(id, draft, faults);
        if (operator != null && draft.ownCode() != null) {
            UUID holder = ownCodes.get(new OwnCode(operator, draft.ownCode()));
            if (holder != null && !holder.equals(id.value())) {
                faults.add("/ownCode", draft.ownCode(), Faults.EXISTS, "another product of this operator has it");
            }
        }
    }

    private void checkGtins(ProductId id, ProductDraft draft, Faults faults) {
        Set<String> own = new HashSet<>();
        checkGtin("/gtin", draft.gtin(), id, own, faults);
        List<ProductDraft.PackagingDraft> packagings = packagings(draft);
        for (int i = 0; i < packagings.size(); i++) {
            checkGtin("/packagings/" + i + "/gtin", packagings.get(i).gtin(), id, own, faults);
        }
    }

    private void checkGtin(String pointer, @Nullable String text, ProductId id, Set<String> own, Faults faults) {
        String gtin = text == null ? null : gtin(text);
        if (gtin == null) {
            return;
        }
        if (!own.add(gtin)) {
            faults.add(pointer, text, "repeated", "expected: another GTIN for each level");
        }
        UUID holder = gtins.get(gtin);
        if (holder != null && !holder.equals(id.value())) {
            faults.add(pointer, text, Faults.EXISTS, "another product is registered with it");
        }
    }

    void take(ProductId id, UUID operator, ProductDraft draft) {
        gtins(draft).forEach(gtin -> gtins.put(gtin, id.value()));
        if (draft.ownCode() != null) {
            ownCodes.put(new OwnCode(operator, draft.ownCode()), id.value());
        }
    }

    static List<ProductDraft.PackagingDraft> packagings(ProductDraft draft) {
        return draft.packagings() == null ? List.of() : draft.packagings();
    }

    private static List<String> gtins(ProductDraft draft) {
        List<String> gtins = new ArrayList<>();
        if (draft.gtin() != null) {
            gtins.add(draft.gtin());
        }
        for (ProductDraft.PackagingDraft packaging : packagings(draft)) {
            if (packaging.gtin() != null) {
                gtins.add(packaging.gtin());
            }
        }
        return gtins.stream()
                .map(KnownProducts::gtin)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The 14 digits; null for a broken one, which the draft's own check tells. */
    static @Nullable String gtin(String text) {
        try {
            return Gtin.of(text).value();
        } catch (Gs1SyntaxException e) {
            return null;
        }
    }
}
