package org.suyuan.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.demo.Cast.Label;
import org.suyuan.demo.Trade.Trip;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;

/** Baijiu from grain to glass; every bottle bears a 20-digit supervision code (R1.2, R0.36). */
final class LiquorTale implements Tale {
    private static final LocalDate BOTTLED = LocalDate.of(2026, 8, 25);
    private static final int BOTTLES = 6_000;
    /** Fillings of the bottling line. */
    private static final int RUNS = 5;

    private static final long SPIRIT_A_RUN = 604;
    private static final int DEALERS = 6;
    private static final int CASES_A_DEALER = 120;
    private static final int SALES_DAYS = 20;

    private final String code;
    private final Premises farm;
    private final Premises distillery;
    private final Premises cellar;
    private final Premises store;
    private final List<Premises> dealers = new ArrayList<>();
    private final Goods sorghum;
    private final Goods base;
    private final Goods baijiu;

    LiquorTale(Cast cast, Names names, String code, String zh, String en, List<District> districts) {
        this.code = code;
        District home = districts.getFirst();
        Names.Word grain = names.word();
        farm = cast.house(
                Cast.Trade.COOPERATIVE,
                districts.getLast(),
                "farm",
                grain.zh() + "高粱合作社",
                grain.en() + " Sorghum Cooperative");
        Business maker =
                cast.business(Cast.Trade.DISTILLERY, home, zh + "酿酒（示例）有限公司", en + " Distillery (Demo) Co., Ltd.");
        distillery = cast.premises(maker, home, "plant", zh + "酿酒厂", en + " Distillery");
        cellar = cast.part(distillery, "J7", "tank", zh + "陶坛库 7 号坛", en + ", jar 7 of the cellar");
        store = cast.part(distillery, "W1", "warehouse", zh + "成品酒库", en + ", bottle store");
        for (int i = 0; i < DEALERS; i++) {
            District district = districts.get(i % districts.size());
            Names.Word word = names.word();
            dealers.add(cast.house(
                    Cast.Trade.LIQUOR_DEALER,
                    district,
                    "shop",
                    district.zh() + word.zh() + "酒行",
                    word.en() + " Liquors, " + district.en()));
        }
        sorghum = cast.weighed(farm.owner(), new Label("高粱", "Sorghum", "grain", "散装", "cool-dry"), 365);
        base = cast.weighed(maker, new Label("基酒", "Base spirit", "baijiu", "散装", "cool-dry"), null);
        baijiu = cast.packed(
                maker,
                new Label(zh + "大曲 52 度", en + " Daqu, 52 % vol", "baijiu", "500 ml", "cool-dry"),
                Goods.Net.litres("0.5"),
                null,
                6);
    }

    @Override
    public void tell(Telling telling) {
        telling.chronicle().begin("liquor " + code);
        List<Carton> cases = make(telling);
        Trade trade = telling.trade();
        List<Shelf> shelves = new ArrayList<>();
        for (int i = 0; i < DEALERS; i++) {
            Shelf shelf = new Shelf(trade, dealers.get(i));
            List<Carton> bought = cases.subList(i * CASES_A_DEALER, (i + 1) * CASES_A_DEALER);
            LocalDateTime departs = BOTTLED.plusDays(4).atTime(8, 0).plusMinutes(20L * i);
            trade.deliverCases(new Trip(store, dealers.get(i), departs, departs.plusHours(3), false), bought);
            shelf.stock(bought);
            shelves.add(shelf);
        }
        for (int day = 0; day < SALES_DAYS; day++) {
            for (Shelf shelf : shelves) {
                shelf.sell(
                        5 + telling.random().nextInt(14),
                        LocalDate.of(2026, 9, 1)
                                .plusDays(day)
                                .atTime(20, telling.random().nextInt(59)));
            }
        }
        if (telling.samples().stream().noneMatch(sample -> sample.name().equals("liquor"))) {
            telling.samples()
                    .add(new Sample(
                            "liquor",
                            shelves.getFirst().look(LocalDate.of(2026, 9, 20).atTime(9, 0)),
                            "白酒的 20 位电子监管码：酒行货架上的一瓶",
                            "A 20-digit supervision code: a bottle of baijiu on a dealer’s shelf"));
        }
    }

    private List<Carton> make(Telling telling) {
        Trade trade = telling.trade();
        Chronicle chronicle = telling.chronicle();
        LocalDate harvested = LocalDate.of(2025, 10, 12);
        Batch grain = new Batch(sorghum, code + "G25", harvested, 9_000, Goods.KILOGRAM, farm);
        trade.create(farm, grain, sorghum.kilograms(grain.number(), 9_000), harvested.atTime(16, 0));
        trade.deliverLot(
                new Trip(
                        farm,
                        distillery,
                        harvested.plusDays(20).atTime(8, 0),
                        harvested.plusDays(20).atTime(13, 0),
                        false),
                sorghum.kilograms(grain.number(), 9_000));
        LocalDate distilled = LocalDate.of(2025, 12, 3);
        Batch spirit = new Batch(base, code + "J7", distilled, 3_060, Goods.KILOGRAM, cellar);
        chronicle.register(spirit);
        chronicle.blend(
                Occasion.of(distilled.atTime(15, 0), cellar, BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE),
                List.of(sorghum.kilograms(grain.number(), 9_000)),
                List.of(base.kilograms(spirit.number(), 3_060)),
                spirit.ilmd());
        Batch bottles = new Batch(baijiu, code + "260825", BOTTLED, BOTTLES, null, distillery);
        chronicle.register(bottles);
        List<String> codes = telling.codes().codes(bottles, CodeSupply.Kind.SUPERVISION);
        for (int run = 0; run < RUNS; run++) {
            bottle(chronicle, spirit, bottles, codes.subList(run * BOTTLES / RUNS, (run + 1) * BOTTLES / RUNS), run);
        }
        return trade.packCases(store, bottles, codes, BOTTLED.atTime(14, 30));
    }

    /** A supervision code does not say its product, so no lot can be told from it: the event names what the bottles are made of. */
    private void bottle(Chronicle chronicle, Batch spirit, Batch lot, List<String> bottles, int run) {
        chronicle.transform(
                Occasion.of(BOTTLED.atTime(9, 0).plusHours(run), distillery, BizStep.COMMISSIONING, Disposition.ACTIVE)
                        .paper("prodorder", distillery, "MO-" + lot.number()),
                List.of(base.kilograms(spirit.number(), SPIRIT_A_RUN)),
                bottles,
                lot.ilmd());
    }
}
