package org.suyuan.demo;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings the cast into the registry; what is there already is left as it is. */
final class Enrolment {
    private final Platform platform;
    private final Map<String, String> operators = new HashMap<>();
    private final Map<String, String> sites = new HashMap<>();
    private final Map<String, String> products = new HashMap<>();

    Enrolment(Platform platform) {
        this.platform = platform;
    }

    void enrol(Cast cast) {
        enter("operators", cast.businesses(), Business::identity, Business::draft, Enrolment::operator, operators);
        enter(
                "sites",
                cast.premises(),
                Premises::uri,
                premises -> premises.draft(operatorId(premises.owner())),
                site -> site.path("place").asString(),
                sites);
        enter(
                "products",
                cast.goods(),
                Goods::gtin,
                goods -> goods.draft(operatorId(goods.maker())),
                product -> product.path("gtin").asString(""),
                products);
    }

    void enrolLots(List<Batch> batches) {
        enter(
                "lots",
                batches,
                batch -> batch.goods().gtin() + " " + batch.number(),
                batch -> batch.draft(
                        known(products, batch.goods().gtin()),
                        known(sites, batch.site().uri())),
                lot -> lot.path("gtin").asString("") + " "
                        + lot.path("lotNumber").asString(),
                new HashMap<>());
    }

    String operatorId(Business business) {
        return known(operators, business.identity());
    }

    private static String operator(JsonNode view) {
        String uscc = view.path("uscc").asString("");
        return uscc.isEmpty() ? view.path("nameZh").asString() : uscc;
    }

    private static String known(Map<String, String> ids, String identity) {
        String id = ids.get(identity);
        if (id == null) {
            throw new IllegalStateException("the registry does not list " + identity);
        }
        return id;
    }

    /** Looks what is there, registers what is missing, and learns all ids. */
    private <T> void enter(
            String plural,
            List<T> wanted,
            Function<T, String> identity,
            Function<T, Map<String, @Nullable Object>> draft,
            Function<JsonNode, String> listed,
            Map<String, String> ids) {
        String path = "/api/registry/" + plural;
        learn(path, listed, ids);
        List<T> missing = new ArrayList<>();
        for (T one : wanted) {
            if (!ids.containsKey(identity.apply(one))) {
                missing.add(one);
            }
        }
        if (!missing.isEmpty()) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (T one : missing) {
                lines.writeBytes(Platform.JSON.writeValueAsBytes(draft.apply(one)));
                lines.write('\n');
            }
            platform.post(path + "/imports", "application/x-ndjson", lines.toByteArray());
            learn(path, listed, ids);
        }
    }

    private void learn(String path, Function<JsonNode, String> listed, Map<String, String> ids) {
        for (JsonNode item : platform.list(path)) {
            ids.put(listed.apply(item), item.path("id").asString());
        }
    }
}
