package org.suyuan.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The authorities, laboratories and associations of the demo world: the five levels in Xiamen and Zhangzhou, where the
 * incident plays, and in Hangzhou, whose officers must see none of it. One bureau has a past, so that histories show one.
 *
 * <p>Founding them again adds nothing: a body is known by its name.
 */
final class Bodies {
    static final String STATE = "国家市场监督管理总局";
    static final String FUJIAN = "福建省市场监督管理局";
    static final String XIAMEN = "厦门市市场监督管理局";
    static final String ZHANGZHOU = "漳州市市场监督管理局";
    static final String ZHEJIANG = "浙江省市场监督管理局";
    static final String HANGZHOU = "杭州市市场监督管理局";
    static final String LABORATORY = "厦门市食品检验检测研究院（演示）";
    static final String SECOND_LABORATORY = "闽南乳品检测中心（演示）";
    static final String CERTIFICATION = "东南认证中心（演示）";

    private static final String PATH = "/api/organisations/organisations";
    private static final LocalDate REFORM = LocalDate.of(2019, 1, 1);
    private static final String FORMER_XIAMEN = "厦门市工商行政管理局";

    private static final List<String> XIAMEN_DISTRICTS =
            List.of("350203 思明区", "350205 海沧区", "350206 湖里区", "350211 集美区", "350212 同安区", "350213 翔安区");

    private final Platform.Administrator administrator;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Bodies(Platform.Administrator administrator) {
        this.administrator = administrator;
    }

    /** @return ids by name, those of the bodies that were there before among them */
    Map<String, String> found() {
        learn();
        authorities();
        sisters();
        others();
        return Map.copyOf(ids);
    }

    private void learn() {
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page = administrator.get(PATH + "?status=ALL&limit=500" + cursor);
            page.path("items")
                    .forEach(body -> ids.put(
                            body.path("name").asString(), body.path("id").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
    }

    private void authorities() {
        market(STATE, "STATE", null, null, LocalDate.of(2018, 4, 10));
        market(FUJIAN, "PROVINCE", "350000", STATE, LocalDate.of(2018, 11, 1));
        market(ZHEJIANG, "PROVINCE", "330000", STATE, LocalDate.of(2018, 11, 1));
        xiamenWithItsPast();
        for (String district : XIAMEN_DISTRICTS) {
            String name = "厦门市" + district.substring(7) + "市场监督管理局";
            market(name, "COUNTY", district.substring(0, 6), XIAMEN, REFORM);
        }
        office("350203006", "鹭江", "厦门市思明区市场监督管理局");
        office("350203009", "筼筜", "厦门市思明区市场监督管理局");
        office("350206004", "江头", "厦门市湖里区市场监督管理局");
        office("350211001", "集美", "厦门市集美区市场监督管理局");
        office("350211003", "杏林", "厦门市集美区市场监督管理局");
        market(ZHANGZHOU, "PREFECTURE", "350600", FUJIAN, REFORM);
        market("漳州市芗城区市场监督管理局", "COUNTY", "350602", ZHANGZHOU, REFORM);
        market("漳州市龙海区市场监督管理局", "COUNTY", "350604", ZHANGZHOU, LocalDate.of(2021, 3, 1));
        office("350602001", "东铺头", "漳州市芗城区市场监督管理局");
        market(HANGZHOU, "PREFECTURE", "330100", ZHEJIANG, REFORM);
        market("杭州市西湖区市场监督管理局", "COUNTY", "330106", HANGZHOU, REFORM);
        market("杭州市余杭区市场监督管理局", "COUNTY", "330110", HANGZHOU, REFORM);
        office("330106002", "北山", "杭州市西湖区市场监督管理局");
        office("330106110", "双浦", "杭州市西湖区市场监督管理局");
        office("330110010", "良渚", "杭州市余杭区市场监督管理局");
    }

    /** Merged from its predecessor before the province had a bureau of this kind, and put under it later. */
    private void xiamenWithItsPast() {
        if (ids.containsKey(XIAMEN)) {
            return;
        }
        LocalDate merged = LocalDate.of(2015, 2, 1);
        market(XIAMEN, "PREFECTURE", "350200", null, merged);
        decide(XIAMEN, "moves", "parent", id(FUJIAN), LocalDate.of(2018, 11, 1), "省级机构改革，改为隶属省局");
        body(FORMER_XIAMEN, "industry-commerce", "PREFECTURE", "350200", null, LocalDate.of(2000, 1, 1));
        decide(FORMER_XIAMEN, "mergers", "into", id(XIAMEN), merged, "三局合一");
    }

    private void decide(String name, String resource, String what, String whom, LocalDate from, String reason) {
        administrator.post(
                PATH + "/" + id(name) + "/" + resource, Map.of(what, whom, "from", from.toString(), "reason", reason));
    }

    private void sisters() {
        body("福建省农业农村厅", "agriculture", "PROVINCE", "350000", null, REFORM);
        body("厦门市农业农村局", "agriculture", "PREFECTURE", "350200", "福建省农业农村厅", REFORM);
        body("厦门市卫生健康委员会", "health", "PREFECTURE", "350200", null, REFORM);
        body("厦门市商务局", "commerce", "PREFECTURE", "350200", null, REFORM);
        body("厦门海关", "customs", "PREFECTURE", "350200", null, REFORM);
        body("福建省药品监督管理局", "drug", "PROVINCE", "350000", null, REFORM);
        body("浙江省农业农村厅", "agriculture", "PROVINCE", "330000", null, REFORM);
        body("杭州市商务局", "commerce", "PREFECTURE", "330100", null, REFORM);
    }

    private void others() {
        body(LABORATORY, "laboratory", null, "350206", null, REFORM);
        body(SECOND_LABORATORY, "laboratory", null, "350602", null, REFORM);
        body(CERTIFICATION, "certification-body", null, "350203", null, REFORM);
        body("厦门市消费者权益保护委员会", "consumer-association", null, "350200", null, REFORM);
        body("漳州市消费者权益保护委员会", "consumer-association", null, "350600", null, REFORM);
        body("杭州市消费者权益保护委员会", "consumer-association", null, "330100", null, REFORM);
    }

    private void office(String region, String name, String parent) {
        market(name + "市场监督管理所", "TOWNSHIP", region, parent, REFORM);
    }

    private void market(String name, String level, @Nullable String region, @Nullable String parent, LocalDate from) {
        body(name, "market-regulation", level, region, parent, from);
    }

    private void body(
            String name,
            String type,
            @Nullable String level,
            @Nullable String region,
            @Nullable String parent,
            LocalDate from) {
        if (ids.containsKey(name)) {
            return;
        }
        Map<String, Object> founding = new LinkedHashMap<>();
        founding.put("name", name);
        founding.put("type", type);
        founding.put("from", from.toString());
        founding.put("reason", "演示世界：设立");
        put(founding, "level", level);
        put(founding, "region", region);
        put(founding, "parent", parent == null ? null : id(parent));
        ids.put(name, administrator.post(PATH, founding).path("id").asString());
    }

    private static void put(Map<String, Object> founding, String name, @Nullable String value) {
        if (value != null) {
            founding.put(name, value);
        }
    }

    private String id(String name) {
        return Objects.requireNonNull(ids.get(name), () -> "no body " + name);
    }
}
