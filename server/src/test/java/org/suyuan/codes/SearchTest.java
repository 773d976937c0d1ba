package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.registry.LotDraft;
import org.suyuan.registry.Lots;
import org.suyuan.registry.Operator;
import org.suyuan.registry.OperatorDraft;
import org.suyuan.registry.Operators;
import org.suyuan.registry.Product;
import org.suyuan.registry.ProductDraft;
import org.suyuan.registry.Products;
import org.suyuan.registry.SiteDraft;
import org.suyuan.registry.Sites;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.search.Openable;
import org.suyuan.shared.search.Searchable;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The search over everything: what it finds, in which order, and for whom. */
@PlatformTest
class SearchTest {
    @LocalServerPort
    int port;

    @Autowired
    List<Searchable> kinds;

    @Autowired
    List<Openable> pages;

    @Autowired
    Operators operators;

    @Autowired
    Products products;

    @Autowired
    Lots lots;

    @Autowired
    Sites sites;

    @Autowired
    CodeBatches batches;

    private final String mark = "寻" + Long.toString(System.nanoTime() % 1_000_000, 36);

    @Test
    void everybody_finds_what_he_may_see_and_nothing_else() {
        Operator huli = operator("青禾" + mark + "乳业", "Green " + mark, "350206");
        Operator jimei = operator("绿野" + mark + "乳业", null, "350211");
        Product milk = product(huli, mark + "纯牛奶");
        lots.register(CodesWorld.STATE, new LotDraft(milk.id().toString(), mark + "L7", null, null, null, null));
        sites.register(
                CodesWorld.STATE,
                new SiteDraft(
                        jimei.id().toString(),
                        mark + "门店",
                        null,
                        "shop",
                        null,
                        null,
                        "350211",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(found(CodesWorld.STATE, mark))
                .containsExactlyInAnyOrder("operator", "operator", "product", "lot", "site");
        Actor officer = CodesWorld.actor(new Scope.Jurisdiction("/35/3502/350206/"));
        assertThat(found(officer, mark)).containsExactlyInAnyOrder("operator", "product", "lot");
        Actor staff = CodesWorld.actor(new Scope.OwnOperator(jimei.id()));
        assertThat(found(staff, mark)).containsExactlyInAnyOrder("operator", "site");
        assertThat(found(CodesWorld.actor(new Scope.Nothing()), mark)).isEmpty();

        Openable operatorPage = pages.stream()
                .filter(page -> page.kind().equals("operator"))
                .findFirst()
                .orElseThrow();
        assertThat(operatorPage.open(officer, huli.id().toString())).isPresent();
        assertThat(operatorPage.open(officer, jimei.id().toString())).isEmpty();
        assertThat(operatorPage.open(officer, "nonsense")).isEmpty();
    }

    @Test
    void the_exact_comes_first_then_what_begins_so_then_what_contains_it() {
        operator("甲" + mark + "乙", null, "350206");
        operator(mark + "二", null, "350206");
        operator(mark, null, "350206");
        operator("百分之%" + mark + "_", null, "350206");
        assertThat(titles("operator", mark)).containsExactly(mark, mark + "二", "甲" + mark + "乙", "百分之%" + mark + "_");
        assertThat(titles("operator", mark + "_")).as("taken literally").containsExactly("百分之%" + mark + "_");
        assertThat(titles("operator", mark.substring(0, 1)))
                .as("one character finds beginnings only")
                .doesNotContain("甲" + mark + "乙");
    }

    @Test
    void identifiers_are_found_however_they_are_written() {
        Product milk = product(operator("编码" + mark, null, "350206"), "奶" + mark);
        String gtin = Objects.requireNonNull(milk.gtin()).value();
        CodeBatch batch = batches.issue(
                CodesWorld.STATE, new BatchRequest(milk.id(), null, CodeKind.GS1_SERIAL, 10, "LOT-" + mark, null));
        SignedIn admin = SignedIn.administrator(port);
        assertThat(kindsOf(search(admin, gtin.substring(1)))).contains("product");
        assertThat(kindsOf(search(admin, "(01)" + gtin + "(21)ABC"))).containsExactly("unit");
        assertThat(search(admin, "https://example.org/01/" + gtin + "/21/ABC")
                        .get(0)
                        .path("hits")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo("https://id.gs1.org/01/" + gtin + "/21/ABC");
        assertThat(kindsOf(search(admin, "LOT-" + mark))).containsExactly("batch");
        JsonNode byId = search(admin, batch.id().toString()).get(0);
        assertThat(byId.path("kind").asString()).isEqualTo("batch");
        assertThat(byId.path("label").asString()).isEqualTo("Code batches");
    }

    @Test
    void a_bounded_number_is_shown_and_more_are_announced() {
        for (int i = 0; i < 4; i++) {
            operator(mark + "号" + i, null, "350206");
        }
        SignedIn admin = SignedIn.administrator(port);
        JsonNode group = JsonMapper.shared()
                .readTree(admin.get("/api/search?limit=3&q=" + encoded(mark)).body())
                .path("groups")
                .get(0);
        assertThat(group.path("hits").size()).isEqualTo(3);
        assertThat(group.path("more").asBoolean()).isTrue();
        assertThat(admin.get("/api/search?q=%20").statusCode()).isEqualTo(422);
        assertThat(admin.get("/api/search?q=a&limit=21").statusCode()).isEqualTo(422);
        assertThat(admin.get("/api/search?q=" + "a".repeat(101)).statusCode()).isEqualTo(422);
        assertThat(admin.get("/api/search").statusCode()).isEqualTo(400);
    }

    private JsonNode search(SignedIn person, String text) {
        return JsonMapper.shared()
                .readTree(person.get("/api/search?q=" + encoded(text)).body())
                .path("groups");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> kindsOf(JsonNode groups) {
        return groups.valueStream().map(group -> group.path("kind").asString()).toList();
    }

    private List<String> found(Actor actor, String text) {
        return kinds.stream()
                .flatMap(kind -> kind.find(actor, text, 10, Locale.SIMPLIFIED_CHINESE).stream())
                .map(Searchable.Hit::kind)
                .toList();
    }

    private List<String> titles(String kind, String text) {
        return kinds.stream()
                .filter(searchable -> searchable.kind().equals(kind))
                .flatMap(searchable -> searchable.find(CodesWorld.STATE, text, 10, Locale.SIMPLIFIED_CHINESE).stream())
                .map(Searchable.Hit::title)
                .toList();
    }

    private Operator operator(String nameZh, @Nullable String nameEn, String region) {
        return operators.register(
                CodesWorld.STATE,
                new OperatorDraft(
                        null,
                        nameZh,
                        nameEn,
                        List.of("dairy"),
                        region,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private Product product(Operator operator, String nameZh) {
        return products.register(
                CodesWorld.STATE,
                new ProductDraft(
                        operator.id().toString(),
                        CodesWorld.nextGtin().value(),
                        "OWN-" + UUID.randomUUID(),
                        nameZh,
                        null,
                        "dairy-product",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
