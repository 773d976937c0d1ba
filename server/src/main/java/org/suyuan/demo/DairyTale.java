package org.suyuan.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.suyuan.demo.Cast.Label;
import org.suyuan.demo.Trade.Trip;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;
import org.suyuan.epcis.event.QuantityElement;

/** A dairy without incident: four farms, one tank, a lot every third day, one wholesaler, twenty shops. */
final class DairyTale implements Tale {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 24);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 20);
    private static final int FARMS = 4;
    private static final int SHOPS = 20;
    private static final int LOTS = 8;
    private static final int DAYS_BETWEEN_LOTS = 3;
    private static final int CUPS_A_LOT = 15_000;
    private static final long MILK_A_FARM = 700;
    private static final long MILK_A_LOT = 2_750;
    private static final int CASES_A_PALLET = 50;
    private static final int CASES_A_SHOP = 10;

    private final String code;
    private final Premises plant;
    private final Premises tank;
    private final Premises line;
    private final Premises coldStore;
    private final Premises wholesaler;
    private final List<Premises> farms = new ArrayList<>();
    private final List<Goods> milk = new ArrayList<>();
    private final List<Premises> shops = new ArrayList<>();
    /** What comes into the shops' back rooms on which morning. */
    private final Map<LocalDate, List<Runnable>> arrivals = new HashMap<>();

    private final Goods tankMilk;
    private final Goods yoghurt;

    /** @param districts where the plant, the farms and the shops are */
    DairyTale(Cast cast, Names names, String code, String zh, String en, List<District> districts) {
        this.code = code;
        District home = districts.getFirst();
        Business dairy = cast.business(Cast.Trade.DAIRY, home, zh + "乳业（示例）有限公司", en + " Dairy (Demo) Co., Ltd.");
        plant = cast.premises(dairy, home, "plant", zh + "乳业工厂", en + " Dairy, plant");
        tank = cast.part(plant, "T1", "tank", zh + "乳业储奶罐", en + " Dairy, tank");
        line = cast.part(plant, "L1", "workshop", zh + "乳业灌装线", en + " Dairy, filling line");
        coldStore = cast.part(plant, "C1", "cold-store", zh + "乳业冷库", en + " Dairy, cold store");
        wholesaler = cast.house(
                Cast.Trade.WHOLESALER,
                home,
                "distribution-centre",
                zh + "冷链批发（示例）",
                en + " Cold Chain Wholesale (Demo)");
        Label raw = new Label("生鲜乳", "Raw milk", "raw-milk", "散装", "chilled");
        for (int i = 0; i < FARMS; i++) {
            District district = districts.get((i + 1) % districts.size());
            Names.Word word = names.word();
            Premises farm = cast.house(
                    Cast.Trade.COOPERATIVE,
                    district,
                    "farm",
                    district.zh() + word.zh() + "奶牛合作社",
                    word.en() + " Dairy Cooperative, " + district.en());
            farms.add(farm);
            milk.add(cast.weighed(farm.owner(), raw, 2));
        }
        for (int i = 0; i < SHOPS; i++) {
            shops.add(LujiangCast.shop(cast, names, districts.get(i % districts.size())));
        }
        tankMilk = cast.weighed(dairy, new Label("罐储生鲜乳", "Raw milk in tank", "raw-milk", "散装", "chilled"), 2);
        yoghurt = cast.packed(
                dairy,
                new Label(zh + "风味酸奶", en + " Flavoured Yoghurt", "dairy-product", "180 g", "refrigerated"),
                Goods.Net.kilograms("0.18"),
                21,
                24);
    }

    @Override
    public void tell(Telling telling) {
        telling.chronicle().begin("dairy " + code);
        arrivals.clear();
        List<Shelf> shelves =
                shops.stream().map(shop -> new Shelf(telling.trade(), shop)).toList();
        int lot = 0;
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            int age = (int) (day.toEpochDay() - FIRST_DAY.toEpochDay());
            if (age % DAYS_BETWEEN_LOTS == 0 && lot < LOTS) {
                lot++;
                supply(telling, make(telling, day), shelves, day);
            }
            arrivals.getOrDefault(day, List.of()).forEach(Runnable::run);
            sales(telling.random(), shelves, day);
        }
    }

    private List<Pallet> make(Telling telling, LocalDate day) {
        Trade trade = telling.trade();
        String stamp = "%ty%<tm%<td".formatted(day);
        Batch inTank = new Batch(tankMilk, code + "-T" + stamp, day, FARMS * MILK_A_FARM, Goods.KILOGRAM, tank);
        telling.chronicle().register(inTank);
        for (int i = 0; i < FARMS; i++) {
            Batch milked = new Batch(milk.get(i), "M" + stamp, day, MILK_A_FARM, Goods.KILOGRAM, farms.get(i));
            QuantityElement amount = milk.get(i).kilograms(milked.number(), MILK_A_FARM);
            LocalDateTime at = day.atTime(5, 10 + 7 * i);
            trade.create(farms.get(i), milked, amount, at);
            trade.deliverLot(new Trip(farms.get(i), plant, at.plusMinutes(50), at.plusMinutes(150), true), amount);
            telling.chronicle()
                    .blend(
                            Occasion.of(at.plusMinutes(190), tank, BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE)
                                    .celsius("2.6", "3.2", "3.8"),
                            List.of(amount),
                            List.of(tankMilk.kilograms(inTank.number(), MILK_A_FARM)),
                            inTank.ilmd());
        }
        trade.inspect(
                tank,
                List.of(tankMilk.kilograms(inTank.number(), FARMS * MILK_A_FARM)),
                "LAB-" + inTank.number(),
                day.atTime(9, 30));
        return fill(telling, inTank, new Batch(yoghurt, code + stamp, day, CUPS_A_LOT, null, line));
    }

    private List<Pallet> fill(Telling telling, Batch inTank, Batch lot) {
        Trade trade = telling.trade();
        telling.chronicle().register(lot);
        LocalDateTime at = lot.produced().atTime(11, 0);
        telling.chronicle()
                .blend(
                        Occasion.of(at, line, BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE)
                                .paper("prodorder", plant, "MO-" + lot.number()),
                        List.of(tankMilk.kilograms(inTank.number(), MILK_A_LOT)),
                        List.of(yoghurt.pieces(lot.number(), CUPS_A_LOT)),
                        lot.ilmd());
        telling.chronicle()
                .end(
                        Occasion.of(at.plusHours(1), tank, BizStep.DESTROYING, Disposition.DESTROYED),
                        List.of(),
                        List.of(tankMilk.kilograms(inTank.number(), FARMS * MILK_A_FARM - MILK_A_LOT)));
        List<String> cups = telling.codes().codes(lot, CodeSupply.Kind.GS1_SERIAL);
        trade.commission(line, lot, cups, at.plusMinutes(20));
        return trade.stackPallets(
                coldStore, trade.packCases(line, lot, cups, at.plusMinutes(40)), CASES_A_PALLET, at.plusHours(2));
    }

    /** Each shop gets ten cases; the last pallet stays with the wholesaler. */
    private void supply(Telling telling, List<Pallet> pallets, List<Shelf> shelves, LocalDate day) {
        Trade trade = telling.trade();
        LocalDateTime departs = day.plusDays(1).atTime(6, 0);
        trade.deliverPallets(new Trip(coldStore, wholesaler, departs, departs.plusMinutes(70), true), pallets);
        List<Carton> loose = new ArrayList<>();
        int needed = shelves.size() * CASES_A_SHOP;
        for (Pallet pallet : pallets) {
            if (loose.size() < needed) {
                trade.unstack(wholesaler, pallet, departs.plusHours(3));
                loose.addAll(pallet.cartons());
            }
        }
        for (int i = 0; i < shelves.size(); i++) {
            List<Carton> cartons = loose.subList(i * CASES_A_SHOP, (i + 1) * CASES_A_SHOP);
            LocalDateTime leaves = day.plusDays(2).atTime(5, 0).plusMinutes(8L * i);
            trade.deliverCases(
                    new Trip(
                            wholesaler,
                            shelves.get(i).shop(),
                            leaves,
                            leaves.plusMinutes(30 + telling.random().nextInt(80)),
                            i % 5 == 0),
                    cartons);
            Shelf shelf = shelves.get(i);
            arrivals.computeIfAbsent(day.plusDays(3), morning -> new ArrayList<>())
                    .add(() -> shelf.stock(cartons));
        }
    }

    private static void sales(Random random, List<Shelf> shelves, LocalDate day) {
        for (Shelf shelf : shelves) {
            shelf.sell(15 + random.nextInt(30), day.atTime(21, random.nextInt(50)));
        }
    }
}
