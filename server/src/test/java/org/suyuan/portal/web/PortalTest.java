package org.suyuan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.portal.YogurtWorld;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** The public pages and the resolver, asked as a phone asks them. */
@PlatformTest
class PortalTest {
    /** faces.md: a page and its stylesheet together. */
    private static final int PAGE_BYTES_MAX = 100_000;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static @Nullable YogurtWorld shelf;

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    YogurtWorld world() {
        synchronized (PortalTest.class) {
            if (shelf == null) {
                shelf = new YogurtWorld(beans).toTheShelf();
            }
            return shelf;
        }
    }

    /** Each test comes from an address of its own, so that the wrong codes of one do not stop another. */
    private String address = "";

    @BeforeEach
    void comeFromElsewhere() {
        int number = ADDRESSES.incrementAndGet();
        address = "198.51." + number / 250 + "." + (1 + number % 250);
    }

    @Test
    void the_first_check_of_an_item_says_genuine_and_tells_its_way_from_the_farm_to_the_shop() {
        var answer = page(world().itemPath(0), "zh");

        assertThat(answer.statusCode()).isEqualTo(200);
        Html page = Html.of(answer.body());
        assertThat(page.language()).isEqualTo("zh-CN");
        assertThat(page.text("h1")).isEqualTo("正品，首次查询");
        assertThat(page.words())
                .contains("鹭江原味酸奶", "180 g", "鹭江乳业（厦门）有限公司", world().lot())
                .contains("还有 16 天")
                .contains("原料来源", "生鲜乳", "发酵剂 YC-X16", "产奶", "青坪牧场", "白石牧场", "海沧保税冷库", "4,400 千克")
                .contains("生产、检验、赋码、装箱、装入更大的包装", "发往 湖里配送中心", "到店、拆箱", "厦大西村便利店", "门店 · 福建省厦门市思明区")
                .contains("所在包装箱（托盘）码")
                .contains("拨打 12315");
        assertThat(page.all("circle").size()).as("places on the map").isGreaterThanOrEqualTo(6);
    }

    @Test
    void the_second_check_says_so_and_when_the_first_was() {
        page(world().itemPath(1), "zh");
        comeFromElsewhere();
        Html page = Html.of(page(world().itemPath(1), "en").body());

        assertThat(page.language()).isEqualTo("en");
        assertThat(page.text("h1")).isEqualTo("Genuine, checked once before");
        assertThat(page.words())
                .contains("First checked", "just now", "Lujiang plain yoghurt", "Qingping farm")
                .doesNotContainPattern("portal\\.[a-z]");
    }

    @Test
    void who_reads_the_page_in_the_other_language_stays_the_first_to_check() {
        page(world().itemPath(2), "zh");
        assertThat(Html.of(page(world().itemPath(2), "en").body()).text("h1")).isEqualTo("Genuine, first check");
    }

    @Test
    void a_code_never_issued_is_not_found_and_the_page_still_helps() {
        var answer = page("/01/" + world().gtin() + "/21/1012345678901234", "zh");

        assertThat(answer.statusCode()).isEqualTo(404);
        Html page = Html.of(answer.body());
        assertThat(page.text("h1")).isEqualTo("查无此码，可能是假冒");
        assertThat(page.words()).contains("拨打 12315").doesNotContain("青坪牧场");
    }

    @Test
    void a_sold_item_says_when_and_where() {
        YogurtWorld sold = new YogurtWorld(beans).toTheShelf().sold(2);
        Html page = Html.of(page(sold.itemPath(2), "zh").body());

        assertThat(page.text("h1")).isEqualTo("已售出");
        assertThat(page.words()).contains("18:22在厦大西村便利店（福建省厦门市思明区）售出");
    }

    @Test
    void every_item_of_a_recalled_lot_turns_red() {
        YogurtWorld recalled = new YogurtWorld(beans).toTheShelf().recalled();
        Html page = Html.of(page(recalled.itemPath(3), "zh").body());

        assertThat(page.text("h1")).isEqualTo("已下架召回，请勿食用");
        assertThat(page.words()).contains("安全提示", "整个批次 " + recalled.lot() + " 都受影响");
        assertThat(Html.of(page(recalled.lotPath(), "en").body()).text("h1")).isEqualTo("Recalled, do not consume");
    }

    @Test
    void a_lot_a_case_and_a_product_have_pages_that_promise_no_more_than_they_can() {
        assertThat(Html.of(page(world().lotPath(), "zh").body()).text("h1")).isEqualTo("批次有追溯记录");
        assertThat(Html.of(page(world().casePath(), "zh").body()).text("h1")).isEqualTo("包装有追溯记录");
        assertThat(Html.of(page("/01/" + world().gtin(), "zh").body()).text("h1"))
                .isEqualTo("商品已登记");
    }

    @Test
    void a_mistyped_code_is_explained_and_can_be_corrected() {
        var answer = page("/v?code=" + encoded("6901234567893"), "zh");

        assertThat(answer.statusCode()).isEqualTo(400);
        Html page = Html.of(answer.body());
        assertThat(page.text("h1")).isEqualTo("编码有误");
        assertThat(page.words()).contains("校验位不符");
        assertThat(page.all("input").getFirst().getAttribute("value")).isEqualTo("6901234567893");
    }

    @Test
    void a_code_typed_by_hand_is_read_however_it_is_written() {
        String typed = "（01）" + world().gtin() + "（21）" + world().serials.get(4);
        assertThat(page("/v?code=" + encoded(typed), "zh").statusCode()).isEqualTo(200);
        String urn = "urn:suyuan:supervision:81234567890123456789";
        assertThat(page("/v/" + urn, "zh").statusCode()).isEqualTo(404);
        assertThat(page("/v?code=", "zh").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "6901234567892 <b>'\"&"})
    void nothing_typed_becomes_part_of_the_page(String attack) {
        String body = page("/v?code=" + encoded(attack), "zh").body();
        assertThat(body).doesNotContain("<script", "<img", "<b>").contains("&lt;");
        Html.of(body);
    }

    @Test
    void programs_get_the_same_as_json() {
        var answer = get(world().itemPath(5), Map.of("Accept", "application/json", "Accept-Language", "en"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(answer.body())
                .contains("\"verdict\":{\"code\":\"GENUINE\"", "\"label\":\"Genuine, first check\"")
                .contains("\"lot\":\"" + world().lot() + "\"", "\"count\":1")
                .contains("\"bizStep\":{\"code\":\"receiving\"", "\"eventId\":\"ni:///sha-256;")
                .contains("\"sources\":[{\"unit\":\"https://id.gs1.org/01/");
    }

    @Test
    void answers_depend_on_headers_and_are_never_cached() {
        var headers = page(world().itemPath(7), "zh").headers();
        assertThat(headers.firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(String.join(",", headers.allValues("vary")).toLowerCase(Locale.ROOT))
                .contains("accept,", "accept-language", "cookie");
        assertThat(headers.firstValue("link").orElse(""))
                .contains("?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
        assertThat(headers.firstValue("content-security-policy").orElse("")).doesNotContain("unsafe");
        assertThat(headers.allValues("set-cookie"))
                .as("nothing is kept of a visitor")
                .isEmpty();
    }

    @Test
    void heads_link_sets_and_prefetches_are_no_verifications() {
        String path = world().itemPath(6);
        assertThat(send("HEAD", path, Map.of("Accept", "text/html")).statusCode())
                .isEqualTo(200);
        assertThat(get(path, Map.of("Accept", "application/linkset+json")).statusCode())
                .isEqualTo(200);
        assertThat(get(path, Map.of("Accept", "text/html", "Sec-Purpose", "prefetch"))
                        .statusCode())
                .isEqualTo(503);
        assertThat(Html.of(page(path, "zh").body()).text("h1")).isEqualTo("正品，首次查询");
    }

    @Test
    void heads_tell_nobody_whether_a_code_was_issued() {
        String invented = "/01/" + world().gtin() + "/21/1012345678901234";
        assertThat(send("HEAD", invented, Map.of("Accept", "text/html")).statusCode())
                .isEqualTo(200);
        assertThat(send("HEAD", "/01/06901234567893", Map.of("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void who_tries_too_many_wrong_codes_has_to_wait() {
        HttpResponse<String> answer = page("/", "zh");
        for (int i = 0; i < 200 && answer.statusCode() != 429; i++) {
            answer = page("/01/" + world().gtin() + "/21/10" + (10_000_000_000_000L + i), "zh");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        Html page = Html.of(answer.body());
        assertThat(page.text("h1")).isEqualTo("查询错误编码过多，请稍后再试");
        assertThat(page.words()).contains("12315");
    }

    @Test
    void operators_and_places_have_public_files() {
        Html operator = Html.of(page("/operators/" + world().dairy.id(), "zh").body());
        assertThat(operator.text("h1")).isEqualTo("鹭江乳业（厦门）有限公司");
        assertThat(operator.words()).contains("在营", "乳制品生产", "福建省厦门市同安区", "鹭江原味酸奶", "鹭江乳业同安工厂");
        String place = world().plant.substring("https://id.gs1.org".length());
        Html plant = Html.of(page(place, "en").body());
        assertThat(plant.text("h1")).isEqualTo("Lujiang Tong’an plant");
        assertThat(plant.words()).contains("Plant", "Tong'an District, Xiamen, Fujian");
    }

    @Test
    void what_does_not_exist_has_a_page_with_a_way_out() {
        for (String path : List.of("/operators/none", "/414/6901234567892")) {
            var answer = page(path, "en");
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Html.of(answer.body()).text("h1")).isEqualTo("Not found");
        }
        assertThat(page("/01/abc", "zh").statusCode()).isEqualTo(400);
        assertThat(get("/01/" + world().gtin(), Map.of("Accept", "image/png")).statusCode())
                .isEqualTo(406);
    }

    @Test
    void every_page_is_well_formed_small_and_without_script_in_both_languages() {
        int stylesheet = get("/portal/portal.css", Map.of()).body().getBytes(StandardCharsets.UTF_8).length;
        for (String path : List.of(
                "/",
                "/about",
                world().itemPath(7),
                world().lotPath(),
                world().casePath(),
                "/operators/" + world().dairy.id())) {
            for (String language : List.of("zh", "en")) {
                var answer = page(path, language);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                Html page = Html.of(answer.body());
                assertThat(page.all("script")).isEmpty();
                assertThat(answer.body()).doesNotContain(" style=", "onclick", "portal.verb", "??");
                assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length + stylesheet)
                        .as(path)
                        .isLessThan(PAGE_BYTES_MAX);
            }
        }
    }

    @Test
    void the_other_language_is_one_link_away_and_keeps_the_page() {
        Html page = Html.of(page(world().lotPath() + "?17=261231&lang=zh", "en").body());
        assertThat(page.language()).isEqualTo("zh-CN");
        assertThat(page.all("a"))
                .anySatisfy(link ->
                        assertThat(link.getAttribute("href")).isEqualTo(world().lotPath() + "?17=261231&lang=en"));
    }

    private HttpResponse<String> page(String path, String language) {
        return get(path, Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language", language));
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        return send("GET", path, headers);
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Forwarded-For", address);
        return SignedIn.nobody(port).send(method, path, "", all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
