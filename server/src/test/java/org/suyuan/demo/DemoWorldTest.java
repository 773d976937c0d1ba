package org.suyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.testing.Newcomer;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;
import tools.jackson.databind.JsonNode;

/** The golden incident loaded into a real platform over HTTP, and what the platform then answers. */
@PlatformTest(properties = "suyuan.demo.client-secret=" + DemoWorldTest.DEMO_SECRET)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoWorldTest {
    static final String DEMO_SECRET = "only for tests, never real";
    private static final String END = "2026-09-21T00:00:00%2B08:00";

    @LocalServerPort
    int port;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private Loader.Loaded loaded;
    private World world;
    private Platform officer;

    @BeforeAll
    void the_world_is_loaded() {
        loaded = load();
        world = loaded.world();
        officer = client("officer", List.of("trace:read", "signals:read", "codes:read", "epcis:read"));
    }

    private Loader.Loaded load() {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        return new Loader(root(), SignedIn.ADMIN_PASSWORD, Newcomer.PASSWORD, out).load(World.Size.GOLDEN);
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private Platform client(String id, List<String> scopes) {
        Platform platform = new Platform(root());
        String secret = platform.administrator("admin", SignedIn.ADMIN_PASSWORD)
                .post(
                        "/api/identity/clients",
                        Map.of("clientId", id, "name", id, "apiScopes", scopes, "scope", Map.of("kind", "EVERYTHING")))
                .path("secret")
                .asString();
        platform.use(id, secret);
        return platform;
    }

    @Test
    void all_of_it_arrived_and_the_console_told_how_far_it_was() {
        assertThat(loaded.stored()).isEqualTo(loaded.events());
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("registry", "item codes", "events", "100 %");
    }

    @Test
    void loaded_again_it_adds_nothing() {
        Loader.Loaded again = load();
        assertThat(again.stored()).isZero();
        assertThat(again.world().samples()).isEqualTo(world.samples());
        assertThat(checks(world.market().copied)).hasSize(2);
    }

    @Test
    void everybody_may_log_in_at_once_and_sees_what_his_post_reaches() {
        assertThat(Staff.members()).hasSizeGreaterThanOrEqualTo(60);
        for (String username : List.of("xuwei", "wumin", "gengxin", "zhoufang", "chenyaoguang")) {
            var me = SignedIn.as(port, username, Newcomer.PASSWORD).get("/api/identity/session");
            assertThat(me.body()).contains("\"capacity\":{").doesNotContain("mustDo", "\"permissions\":[]");
        }
        String dairies = "/api/registry/operators?name=%E9%B9%AD%E6%B1%9F%E4%B9%B3%E4%B8%9A";
        assertThat(SignedIn.as(port, "hongtao", Newcomer.PASSWORD).get(dairies).body())
                .contains("鹭江乳业");
        assertThat(SignedIn.as(port, "wumin", Newcomer.PASSWORD).get(dairies).body())
                .doesNotContain("鹭江乳业");
        assertThat(SignedIn.as(port, "chenping", Newcomer.PASSWORD)
                        .get("/api/identity/session")
                        .body())
                .contains("厦门市集美区市场监督管理局", "风险专家组");
    }

    @Test
    void forward_from_the_milk_of_f2_leads_to_lots_a_and_c_and_exactly_the_shops_that_bought_them() {
        JsonNode graph = graph(world.story().milk2.uri(), "forward");
        assertThat(lots(graph))
                .containsExactlyInAnyOrder(
                        world.story().milk2.uri(),
                        world.story().inTank1.uri(),
                        world.story().lotA.uri(),
                        world.story().lotC.uri());
        Set<String> bought = new TreeSet<>();
        for (int number = 1; number <= LujiangCast.SHOPS; number++) {
            if (number <= 24 || number >= 27 && number <= 38) {
                bought.add(world.lujiang().shop(number).uri());
            }
        }
        Set<String> reached = sites(graph);
        reached.removeIf(place ->
                world.lujiang().shops.stream().noneMatch(shop -> shop.uri().equals(place)));
        assertThat(reached).isEqualTo(bought);
        assertThat(sites(graph)).contains(world.lujiang().canteen.uri());
    }

    @Test
    void backward_from_a_cup_of_lot_a_leads_to_f1_f2_and_the_starter_culture_and_not_to_f3() {
        JsonNode graph = graph(world.market().genuine, "backward");
        assertThat(lots(graph))
                .containsExactlyInAnyOrder(
                        world.story().lotA.uri(),
                        world.story().inTank1.uri(),
                        world.story().milk1.uri(),
                        world.story().milk2.uri(),
                        world.story().culture.uri());
    }

    @Test
    void the_shop_named_by_mistake_is_not_on_the_way_of_the_goods() {
        String corrected = world.lujiang().shop(12).uri();
        String mistaken = world.lujiang().shop(25).uri();
        String cup = cupOfAt(corrected);
        Set<String> places = new TreeSet<>();
        for (JsonNode step : timeline(cup).path("steps")) {
            places.add(step.path("site").path("uri").asString(""));
            places.add(step.path("to").path("uri").asString(""));
        }
        assertThat(places).contains(corrected).doesNotContain(mistaken);
    }

    /** A cup of lot A that was in the shop. */
    private String cupOfAt(String shop) {
        for (EpcisEvent event : world.chronicle().inTime()) {
            if (event instanceof AggregationEvent unpacking
                    && unpacking
                            .childEPCs()
                            .getFirst()
                            .contains(world.story().lotA.goods().gtin())
                    && event.readPoint().orElseThrow().equals(shop)) {
                return unpacking.childEPCs().getFirst();
            }
        }
        throw new AssertionError("no case of lot A was opened in " + shop);
    }

    @Test
    void a_genuine_cup_has_its_whole_story() {
        List<String> steps = new ArrayList<>();
        for (JsonNode step : timeline(world.market().genuine).path("steps")) {
            steps.add(step.path("bizStep").path("code").asString());
        }
        assertThat(steps)
                .containsExactly(
                        "commissioning",
                        "packing",
                        "packing",
                        "shipping",
                        "receiving",
                        "unpacking",
                        "shipping",
                        "receiving",
                        "unpacking",
                        "stocking");
    }

    @Test
    void every_sample_is_answered_as_its_name_says() {
        assertThat(verdict(world.market().copied)).isEqualTo("SUSPICIOUS");
        assertThat(verdict(world.market().sold)).isEqualTo("ALREADY_SOLD");
        assertThat(verdict(world.market().neverIssued)).isEqualTo("NOT_ISSUED_HERE");
        assertThat(verdict(world.market().genuine)).isEqualTo("GENUINE");
        assertThat(verdict(world.story().lotA.uri())).isEqualTo("RECORDED");
        assertThat(verdict(world.story().palletsA.getFirst().sscc())).isEqualTo("RECORDED");
    }

    @Test
    void the_demo_client_sees_its_own_operator_and_no_other() {
        Platform producer = new Platform(root());
        producer.use("demo-producer", DEMO_SECRET);
        List<JsonNode> operators = producer.list("/api/registry/operators");
        assertThat(operators)
                .extracting(operator -> operator.path("id").asString())
                .containsExactly(loaded.demoOperator());
    }

    private String verdict(String unit) {
        return officer.post("/api/codes/verifications", Map.of("code", unit))
                .path("verdict")
                .path("code")
                .asString();
    }

    private List<JsonNode> checks(String unit) {
        List<JsonNode> checks = new ArrayList<>();
        officer.get("/api/codes/verifications?unit=" + encoded(unit))
                .path("items")
                .forEach(check -> {
                    if (check.path("at").asString().startsWith("2026-09")) {
                        checks.add(check);
                    }
                });
        return checks;
    }

    private JsonNode graph(String unit, String direction) {
        return officer.get("/api/trace?unit=" + encoded(unit) + "&direction=" + direction + "&at=" + END);
    }

    private JsonNode timeline(String unit) {
        return officer.get("/api/trace/timeline?unit=" + encoded(unit) + "&at=" + END);
    }

    private static Set<String> lots(JsonNode graph) {
        Set<String> lots = new TreeSet<>();
        for (JsonNode node : graph.path("nodes")) {
            for (JsonNode unit : node.path("units")) {
                if (unit.path("uri").asString().contains("/10/")) {
                    lots.add(unit.path("uri").asString());
                }
            }
        }
        return lots;
    }

    private static Set<String> sites(JsonNode graph) {
        Set<String> sites = new TreeSet<>();
        graph.path("sites").forEach(site -> sites.add(site.path("uri").asString()));
        return sites;
    }

    private static String encoded(String unit) {
        return URLEncoder.encode(unit, StandardCharsets.UTF_8);
    }
}
