package org.suyuan.portal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.suyuan.codes.BatchRequest;
import org.suyuan.codes.CodeBatch;
import org.suyuan.codes.CodeBatches;
import org.suyuan.codes.CodeFormat;
import org.suyuan.codes.CodeKind;
import org.suyuan.epcis.gs1.CheckDigit;
import org.suyuan.events.CaptureOutcome;
import org.suyuan.events.Captures;
import org.suyuan.events.ErrorBehaviour;
import org.suyuan.registry.Operator;
import org.suyuan.registry.OperatorDraft;
import org.suyuan.registry.Operators;
import org.suyuan.registry.Product;
import org.suyuan.registry.ProductDraft;
import org.suyuan.registry.Products;
import org.suyuan.registry.ShelfLife;
import org.suyuan.registry.SiteDraft;
import org.suyuan.registry.Sites;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Amount;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * A cup of yoghurt from the farm to the shop: two farms and an imported starter, a tank, a lot, items in a case on a
 * pallet, a wholesaler and a shop. Each world has numbers of its own, so several fit into one database.
 */
public final class YogurtWorld {
    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern SERIAL = Pattern.compile("\"serial\":\"(\\d+)\"|/21/(\\d{16})");

    public static final Actor STATE =
            new Actor(new ActorId(UUID.randomUUID()), "测试员", EnumSet.allOf(Permission.class), new Scope.Everything());

    private final BeanFactory beans;
    private final int world = WORLDS.incrementAndGet();
    public final LocalDate made = LocalDate.now(ZONE).minusDays(5);
    public final Operator dairy;
    public final Product yogurt;
    public final List<String> serials;
    public final String plant;
    private final String farmOne;
    private final String farmTwo;
    private final String bonded;
    private final String wholesale;
    private final String shop;
    private final Product milk;
    private final Product culture;
    private final List<String> events = new ArrayList<>();

    public YogurtWorld(BeanFactory beans) {
        this.beans = beans;
        dairy = operator("鹭江乳业（厦门）有限公司", "Lujiang Dairy (Xiamen) Co., Ltd.", "dairy", "350212");
        Operator farms = operator("青坪牧业专业合作社", "Qingping Dairy Farmers’ Cooperative", "farm-cooperative", "350212");
        Operator importer = operator("海沧保税食品进出口有限公司", "Haicang Bonded Food Trading", "importer", "350205");
        Operator wholesaler = operator("湖里冷链批发有限公司", "Huli Cold-Chain Wholesale", "wholesaler", "350206");
        plant = site(dairy, "鹭江乳业同安工厂", "Lujiang Tong’an plant", "plant", "350212", 24.7231, 118.1526);
        farmOne = site(farms, "青坪牧场", "Qingping farm", "farm", "350212", 24.8312, 118.0411);
        farmTwo = site(farms, "白石牧场", "Baishi farm", "farm", "350681", 24.5120, 117.8030);
        bonded = site(importer, "海沧保税冷库", "Haicang bonded cold store", "bonded-warehouse", "350205", 24.4847, 118.0328);
        wholesale = site(
                wholesaler, "湖里配送中心", "Huli distribution centre", "distribution-centre", "350206", 24.5123, 118.1468);
        shop = site(wholesaler, "厦大西村便利店", null, "shop", "350203", 24.4390, 118.0950);
        milk = product(farms, "生鲜乳", "Raw milk", "raw-milk", null, null);
        culture = product(importer, "发酵剂 YC-X16", "Starter culture YC-X16", "food-additive", "50 g", null);
        yogurt = product(
                dairy,
                "鹭江原味酸奶",
                "Lujiang plain yoghurt",
                "dairy-product",
                "180 g",
                new ShelfLife(21, ShelfLife.Unit.DAY));
        serials = issue(12);
    }

    public String gtin() {
        return gtin(yogurt);
    }

    public String itemPath(int index) {
        return "/01/" + gtin() + "/21/" + serials.get(index);
    }

    public String lotPath() {
        return "/01/" + gtin() + "/10/" + lot();
    }

    public String lot() {
        return "A" + made.toString().replace("-", "");
    }

    public String casePath() {
        return "/00/" + sscc(1);
    }

    /** Everything up to the shelf; items 0 … 7 are in the case. Captured at once. */
    public YogurtWorld toTheShelf() {
        supply(milk, "M1", farmOne, -2, "6");
        supply(milk, "M2", farmTwo, -2, "5");
        supply(culture, "YC0816", bonded, -20, "9");
        String tank = lotUri(milk, "T1");
        event("TransformationEvent", at(0, "06:10"), plant, "\"bizStep\":\"commissioning\"", """
                "inputQuantityList":[%s,%s],"outputQuantityList":[%s]""".formatted(
                        quantity(lotUri(milk, "M1"), 5200, "KGM"),
                        quantity(lotUri(milk, "M2"), 4100, "KGM"),
                        quantity(tank, 9300, "KGM")));
        event("TransformationEvent", at(0, "09:30"), plant, "\"bizStep\":\"creating_class_instance\"", """
                "inputQuantityList":[%s,%s],"outputQuantityList":[%s],"ilmd":{%s}""".formatted(
                        quantity(tank, 4400, "KGM"),
                        quantity(lotUri(culture, "YC0816"), 2.5, "KGM"),
                        quantity(lotUri(yogurt, lot()), 24000, null),
                        dates()));
        event(
                "ObjectEvent",
                at(0, "14:00"),
                plant,
                "\"bizStep\":\"inspecting\",\"disposition\":\"conformant\"",
                """
                "action":"OBSERVE","quantityList":[%s]""".formatted(quantity(lotUri(yogurt, lot()), 24000, null)));
        event(
                "ObjectEvent",
                at(0, "15:20"),
                plant,
                "\"bizStep\":\"commissioning\",\"disposition\":\"active\"",
                """
                "action":"ADD","epcList":[%s],"ilmd":{"cbvmda:lotNumber":"%s",%s}""".formatted(items(0, 8), lot(), dates()));
        pack(sscc(1), items(0, 8), at(0, "16:00"), plant, "ADD", "packing");
        pack(sscc(2), "\"" + ssccUri(1) + "\"", at(0, "17:30"), plant, "ADD", "packing");
        move(2, "shipping", at(1, "05:40"), plant, wholesale);
        move(2, "receiving", at(1, "08:15"), wholesale, null);
        pack(sscc(2), "\"" + ssccUri(1) + "\"", at(2, "04:30"), wholesale, "DELETE", "unpacking");
        move(1, "shipping", at(2, "05:10"), wholesale, shop);
        move(1, "receiving", at(2, "07:05"), shop, null);
        pack(sscc(1), items(0, 8), at(2, "07:40"), shop, "DELETE", "unpacking");
        return capture();
    }

    public YogurtWorld sold(int index) {
        event(
                "ObjectEvent",
                at(3, "18:22"),
                shop,
                "\"bizStep\":\"retail_selling\",\"disposition\":\"retail_sold\"",
                """
                "action":"DELETE","epcList":["%s"]""".formatted(itemUri(index)));
        return capture();
    }

    /** The whole lot is recalled, as an event says so. */
    public YogurtWorld recalled() {
        event(
                "ObjectEvent",
                at(4, "10:00"),
                plant,
                "\"bizStep\":\"holding\",\"disposition\":\"recalled\"",
                """
                "action":"OBSERVE","quantityList":[{"epcClass":"%s"}]""".formatted(lotUri(yogurt, lot())));
        return capture();
    }

    private void supply(Product product, String lot, String from, int day, String hour) {
        String uri = lotUri(product, lot);
        event("ObjectEvent", at(day, "0" + hour + ":30"), from, "\"bizStep\":\"commissioning\"", """
                "action":"ADD","quantityList":[%s]""".formatted(
                        quantity(uri, 5200, "KGM")));
        event(
                "ObjectEvent",
                at(day, "1" + hour + ":00"),
                from,
                "\"bizStep\":\"shipping\",\"disposition\":\"in_transit\"",
                """
                "action":"OBSERVE","quantityList":[%s],
                "destinationList":[{"type":"location","destination":"%s"}]""".formatted(quantity(uri, 5200, "KGM"), plant));
        event("ObjectEvent", at(day + 1, "04:20"), plant, "\"bizStep\":\"receiving\"", """
                "action":"OBSERVE","quantityList":[%s]""".formatted(
                        quantity(uri, 5200, "KGM")));
    }

    private void pack(String parent, String children, String time, String place, String action, String step) {
        event("AggregationEvent", time, place, "\"bizStep\":\"" + step + "\"", """
                "action":"%s","parentID":"https://id.gs1.org/00/%s","childEPCs":[%s]""".formatted(action, parent, children));
    }

    private void move(int box, String step, String time, String place, @Nullable String to) {
        String destination =
                to == null ? "" : ",\"destinationList\":[{\"type\":\"location\",\"destination\":\"" + to + "\"}]";
        event("ObjectEvent", time, place, "\"bizStep\":\"" + step + "\",\"disposition\":\"in_transit\"", """
                "action":"OBSERVE","epcList":["%s"]%s""".formatted(
                        ssccUri(box), destination));
    }

    private void event(String type, String time, String place, String what, String body) {
        events.add("""
                {"type":"%s","eventTime":"%s","eventTimeZoneOffset":"+08:00","readPoint":{"id":"%s"},
                 "bizLocation":{"id":"%s"},%s,%s}""".formatted(type, time, place, place, what, body).replace(
                type.equals("TransformationEvent") ? "\"bizLocation\":{\"id\":\"" + place + "\"}," : "\0", ""));
    }

    private YogurtWorld capture() {
        String document = """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-09-10T08:00:00Z",
                 "epcisBody":{"eventList":[%s]}}""".formatted(String.join(",", events));
        events.clear();
        CaptureOutcome outcome = beans.getBean(Captures.class)
                .capture(
                        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                        ErrorBehaviour.ROLLBACK,
                        STATE);
        if (!(outcome instanceof CaptureOutcome.Judged judged) || !judged.job().success()) {
            throw new IllegalStateException(outcome + "\n" + document);
        }
        return this;
    }

    private String at(int day, String time) {
        return made.plusDays(day) + "T" + time + ":00+08:00";
    }

    private String dates() {
        return "\"cbvmda:productionDate\":\"" + made + "\",\"cbvmda:bestBeforeDate\":\"" + made.plusDays(21) + "\"";
    }

    private String items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(index -> "\"" + itemUri(index) + "\"")
                .collect(Collectors.joining(","));
    }

    private String itemUri(int index) {
        return "https://id.gs1.org" + itemPath(index);
    }

    private static String lotUri(Product product, String lot) {
        return "https://id.gs1.org/01/" + gtin(product) + "/10/" + lot;
    }

    private static String quantity(String lot, double amount, @Nullable String unit) {
        String number = amount == Math.rint(amount) ? String.valueOf((long) amount) : String.valueOf(amount);
        return "{\"epcClass\":\"%s\",\"quantity\":%s%s}"
                .formatted(lot, number, unit == null ? "" : ",\"uom\":\"" + unit + "\"");
    }

    private String sscc(int number) {
        return CheckDigit.append("1693%06d%07d".formatted(world, number));
    }

    private String ssccUri(int number) {
        return "https://id.gs1.org/00/" + sscc(number);
    }

    private static String gtin(Product product) {
        if (product.gtin() == null) {
            throw new IllegalStateException("product without GTIN: " + product.nameZh());
        }
        return product.gtin().value();
    }

    private Operator operator(String zh, String en, String kind, String region) {
        return beans.getBean(Operators.class)
                .register(
                        STATE,
                        new OperatorDraft(
                                null,
                                zh,
                                en,
                                List.of(kind),
                                region,
                                null,
                                null,
                                null,
                                null,
                                null,
                                LocalDate.parse("2020-01-01"),
                                null,
                                null));
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private String site(
            Operator operator, String zh, @Nullable String en, String role, String region, double north, double east) {
        String gln = CheckDigit.append("69399%07d".formatted(NUMBERS.incrementAndGet()));
        return beans.getBean(Sites.class)
                .register(
                        STATE,
                        new SiteDraft(
                                operator.id().toString(),
                                zh,
                                en,
                                role,
                                gln,
                                null,
                                region,
                                null,
                                north,
                                east,
                                LocalDate.parse("2020-01-01"),
                                null,
                                null))
                .place();
    }

    private Product product(
            Operator operator,
            String zh,
            String en,
            String category,
            @Nullable String specification,
            @Nullable ShelfLife life) {
        String gtin = CheckDigit.append("0693%09d".formatted(NUMBERS.incrementAndGet()));
        return beans.getBean(Products.class)
                .register(
                        STATE,
                        new ProductDraft(
                                operator.id().toString(),
                                gtin,
                                null,
                                zh,
                                en,
                                category,
                                specification,
                                specification == null ? null : new Amount(new BigDecimal("180"), "GRM"),
                                life,
                                life == null ? null : "refrigerated",
                                life == null ? null : "鹭江",
                                null,
                                null,
                                null));
    }

    private List<String> issue(int count) {
        CodeBatches batches = beans.getBean(CodeBatches.class);
        CodeBatch batch =
                batches.issue(STATE, new BatchRequest(yogurt.id(), null, CodeKind.GS1_SERIAL, count, null, null));
        var out = new ByteArrayOutputStream();
        try {
            batches.codes(STATE, batch.id(), 0, null).orElseThrow().write(CodeFormat.NDJSON, "https://example.cn", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SERIAL.matcher(out.toString(StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .distinct()
                .toList();
    }
}
