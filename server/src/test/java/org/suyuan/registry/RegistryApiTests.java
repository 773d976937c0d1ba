package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.shared.access.Actor;
import tools.jackson.databind.JsonNode;

/** The registry over HTTP, by the conventions of every module's API. */
@RegistryTest
class RegistryApiTests {
    @LocalServerPort
    int port;

    @Test
    void a_region_is_shown_for_a_day_and_in_the_readers_language() {
        Http http = as(TestActors.READER);
        JsonNode then = http.get("/regions/350205?on=1995-06-01").json();
        assertThat(then.get("nameZh").asString()).isEqualTo("杏林区");
        assertThat(then.get("name").asString()).isEqualTo("Xinglin District");
        assertThat(then.get("code").asString()).isEqualTo("350205");
        assertThat(then.get("parent").get("name").asString()).isEqualTo("Xiamen, Fujian");
        assertThat(http.get("/regions/350205", "Accept-Language", "zh-CN")
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("海沧区");
        assertThat(http.get("/regions/350204").status()).isEqualTo(404);
        assertThat(http.get("/regions/350205/periods").json()).hasSize(2);
        assertThat(http.get("/regions?parent=350211")
                        .json()
                        .get("items")
                        .get(0)
                        .get("code")
                        .asString())
                .hasSize(12);
        assertThat(http.get("/regions?on=yesterday").status()).isEqualTo(400);
        assertThat(http.get("/regions?parnet=350211").status()).isEqualTo(400);
    }

    @Test
    void code_lists_are_there_for_forms() {
        JsonNode kinds = as(TestActors.READER).get("/code-lists/operator-kinds").json();
        assertThat(kinds.size()).isGreaterThan(20);
        assertThat(as(TestActors.READER).get("/code-lists/weather").status()).isEqualTo(404);
    }

    @Test
    void what_is_registered_is_found_again_and_may_be_changed_from_the_state_that_was_seen() {
        Http http = as(TestActors.XIAMEN);
        String uscc = Made.uscc();
        var made = http.post("/operators", operator(uscc, "甲乳业", "350211003000"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        String path = made.header("Location").substring("/api/registry".length());

        var found = http.get(path);
        assertThat(found.json()).isEqualTo(made.json());
        assertThat(found.json().get("region").get("name").asString())
                .isEqualTo("Xinglin Subdistrict, Jimei District, Xiamen, Fujian");
        assertThat(found.json().get("statusLabel").asString()).isEqualTo("Active");
        assertThat(found.json().get("allowedActions").get(0).get("allowed").asBoolean())
                .isTrue();

        var changed = http.put(path, operator(uscc, "乙乳业", "350211003000"), "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().get("nameZh").asString()).isEqualTo("乙乳业");
        var late = http.put(path, operator(uscc, "丙乳业", "350211003000"), "If-Match", "\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(http.get(path).json().get("nameZh").asString()).isEqualTo("乙乳业");
    }

    @Test
    void what_one_may_not_see_is_not_found_to_read_or_to_change() {
        var made = as(TestActors.MINISTRY).post("/operators", operator(Made.uscc(), "丁商行", "350203"));
        String path = "/operators/" + made.json().get("id").asString();
        assertThat(as(TestActors.JIMEI).get(path).status()).isEqualTo(404);
        assertThat(as(TestActors.JIMEI)
                        .put(path, operator(Made.uscc(), "丁商行", "350211"))
                        .status())
                .isEqualTo(404);
        assertThat(as(TestActors.MINISTRY).get("/operators/none").status()).isEqualTo(404);
        assertThat(as(TestActors.READER)
                        .post("/operators", operator(Made.uscc(), "戊", "350203"))
                        .status())
                .isEqualTo(403);
        JsonNode reader =
                as(TestActors.READER).get(path).json().get("allowedActions").get(0);
        assertThat(reader.get("allowed").asBoolean()).isFalse();
        assertThat(reader.get("reason").asString()).isEqualTo("You may not register");
    }

    @Test
    void a_bad_draft_is_answered_with_every_field_value_and_rule() {
        var refused = as(TestActors.MINISTRY).post("/operators", operator("91350100M000100Y44", "", "350204"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        JsonNode errors = refused.json().get("errors");
        assertThat(texts(errors, "pointer")).containsExactly("/uscc", "/nameZh", "/region");
        assertThat(errors.get(0).get("value").asString()).isEqualTo("91350100M000100Y44");
        assertThat(errors.get(0).get("rule").asString()).isEqualTo("check-digit");
        assertThat(as(TestActors.MINISTRY)
                        .post("/operators", "{\"uscd\":\"1\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_same_credit_code_twice_is_a_conflict() {
        Http http = as(TestActors.MINISTRY);
        String uscc = Made.uscc();
        assertThat(http.post("/operators", operator(uscc, "甲", "350203")).status())
                .isEqualTo(201);
        var refused = http.post("/operators", operator(uscc, "乙", "350203"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/operator-exists");
    }

    @Test
    void a_licence_whose_check_digit_does_not_fit_is_registered_with_a_doubt() {
        String draft = operator(Made.uscc(), "己食品", "350203")
                .replaceFirst("\\{", "{\"productionLicence\":\"SC10811310111830\",");
        var made = as(TestActors.MINISTRY).post("/operators", draft);
        assertThat(made.status()).isEqualTo(201);
        assertThat(texts(made.json().get("doubts"), "rule")).containsExactly("check-digit");
    }

    @Test
    void the_same_request_sent_twice_with_one_key_registers_once() {
        Http http = as(TestActors.MINISTRY);
        String draft = operator(Made.uscc(), "庚商行", "350203");
        String key = "key-" + Made.uscc();
        var first = http.post("/operators", draft, "Idempotency-Key", key);
        var second = http.post("/operators", draft, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void from_operator_to_lot_everything_is_registered_and_listed() {
        Http http = as(TestActors.MINISTRY);
        String operator = id(http.post("/operators", operator(Made.uscc(), "辛乳业", "350211")));
        String gln = Made.gln();
        String site = id(http.post("/sites", """
                {"operatorId":"%s","nameZh":"辛乳业一厂","role":"plant","gln":"%s","region":"350211","latitude":24.6,"longitude":118.1}
                """.formatted(operator, gln)));
        String gtin = Made.gtin();
        var product = http.post("/products", """
                {"operatorId":"%s","gtin":"%s","nameZh":"辛酸奶","nameEn":"Xin Yogurt","category":"dairy-product",
                 "netContent":{"value":180,"unit":"GRM"},"shelfLife":{"length":21,"unit":"DAY"},"storage":"refrigerated",
                 "packagings":[{"gtin":"%s","pieces":24}]}
                """.formatted(operator, gtin.substring(1), Made.gtin()));
        assertThat(product.status()).isEqualTo(201);
        assertThat(product.json().get("gtin").asString()).isEqualTo(gtin);
        assertThat(product.json().get("category").get("name").asString()).isEqualTo("Dairy products");
        var lot = http.post("/lots", """
                {"productId":"%s","lotNumber":"L0915A","productionDate":"2026-09-15","siteId":"%s","quantity":{"value":1200}}
                """.formatted(id(product), site));
        assertThat(lot.status()).isEqualTo(201);
        assertThat(lot.json().get("bestBefore").asString()).isEqualTo("2026-10-06");

        assertThat(texts(http.get("/sites?operatorId=" + operator).json().get("items"), "place"))
                .containsExactly("https://id.gs1.org/414/" + gln);
        assertThat(texts(http.get("/products?gtin=" + gtin).json().get("items"), "name"))
                .containsExactly("Xin Yogurt");
        assertThat(http.get("/products?operatorId=" + operator + "&category=food&count=true")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(texts(
                        http.get("/lots?productId=" + id(product) + "&producedTo=2026-09-15")
                                .json()
                                .get("items"),
                        "lotNumber"))
                .containsExactly("L0915A");
        assertThat(http.get("/products?gtin=123").status()).isEqualTo(422);
    }

    private Http as(Actor actor) {
        return new Http(port, actor);
    }

    private static String id(Http.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private static String operator(String uscc, String nameZh, String region) {
        return """
                {"uscc":"%s","nameZh":"%s","kinds":["dairy"],"region":"%s","contact":{"name":"林试验"}}
                """.formatted(uscc, nameZh, region);
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.get(member).asString())
                .toList();
    }
}
