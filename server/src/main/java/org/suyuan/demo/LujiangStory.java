package org.suyuan.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.suyuan.demo.CodeSupply.Kind;
import org.suyuan.demo.Trade.Trip;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;
import org.suyuan.epcis.event.QuantityElement;

/** The beginning of the golden incident in the plant: milk, tanks, three lots, cases, pallets, deliveries to W1 and W2. */
final class LujiangStory {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 7);
    static final int CUPS_A = 24_000;
    static final int CUPS_B = 12_000;
    static final int BOTTLES_C = 6_000;
    private static final int CASES_A_PALLET = 50;

    private final LujiangCast cast;
    private final Chronicle chronicle;
    private final Trade trade;
    private final CodeSupply codes;

    final Batch milk1;
    final Batch milk2;
    final Batch milk3;
    final Batch culture;
    final Batch inTank1;
    final Batch inTank2;
    final Batch lotA;
    final Batch lotB;
    final Batch lotC;
    final List<Pallet> palletsA = new ArrayList<>();
    final List<Pallet> palletsB = new ArrayList<>();
    final List<Pallet> palletsC = new ArrayList<>();

    LujiangStory(LujiangCast cast, Chronicle chronicle, Trade trade, CodeSupply codes) {
        this.cast = cast;
        this.chronicle = chronicle;
        this.trade = trade;
        this.codes = codes;
        milk1 = new Batch(cast.milk1, "QP260907", FIRST_DAY, 3_200, Goods.KILOGRAM, cast.farm1);
        milk2 = new Batch(cast.milk2, "BS260907", FIRST_DAY, 2_400, Goods.KILOGRAM, cast.farm2);
        milk3 = new Batch(cast.milk3, "YX260907", FIRST_DAY, 2_200, Goods.KILOGRAM, cast.farm3);
        culture = new Batch(cast.culture, "SC2606", LocalDate.of(2026, 6, 15), 40, Goods.KILOGRAM, cast.bonded);
        inTank1 = new Batch(cast.tankMilk, "T1-260907", FIRST_DAY, 5_600, Goods.KILOGRAM, cast.tank1);
        inTank2 = new Batch(cast.tankMilk, "T2-260907", FIRST_DAY, 2_200, Goods.KILOGRAM, cast.tank2);
        lotA = new Batch(cast.yoghurt, "LJ260907A", FIRST_DAY, CUPS_A, null, cast.line);
        lotB = new Batch(cast.yoghurt, "LJ260907B", FIRST_DAY, CUPS_B, null, cast.line);
        lotC = new Batch(cast.drink, "LJ260908C", FIRST_DAY.plusDays(1), BOTTLES_C, null, cast.line);
    }

    LujiangMarket tell(Random random) {
        chronicle.begin("lujiang");
        starterCulture();
        milkIntoTanks();
        filling();
        return new LujiangMarket(cast, this, chronicle, trade, random);
    }

    private void starterCulture() {
        LocalDateTime landed = LocalDateTime.of(2026, 8, 26, 9, 30);
        chronicle.register(culture);
        chronicle.commission(
                Occasion.of(landed, cast.bonded, BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE)
                        .paper("bol", cast.bonded, "BL-DEMO-0817")
                        .paper("inv", cast.bonded, "CI-DEMO-5521")
                        .paper("cert", cast.bonded, "CIQ-DEMO-370226"),
                List.of(),
                List.of(cast.culture.kilograms(culture.number(), 40)),
                culture.ilmd());
        trade.deliverLot(
                new Trip(cast.bonded, cast.plant, at(-2, 8, 40), at(-2, 10, 5), true),
                cast.culture.kilograms(culture.number(), 12));
    }

    /** F1 and F2 fill T1, F3 fills T2. F2's tank record is a note on paper that is entered three days later. */
    private void milkIntoTanks() {
        milk(milk1, 3_200, at(0, 5, 30));
        milk(milk2, 2_400, at(0, 5, 10));
        milk(milk3, 2_200, at(0, 5, 50));
        chronicle.register(inTank1);
        chronicle.register(inTank2);
        intoTank(milk1, 3_200, inTank1, at(0, 9, 10));
        chronicle.belatedly(() -> intoTank(milk2, 2_400, inTank1, at(0, 9, 40)));
        intoTank(milk3, 2_200, inTank2, at(0, 9, 50));
        trade.inspect(cast.tank1, List.of(kilograms(inTank1, 5_600)), "LAB-T1-260907", at(0, 10, 30));
        trade.inspect(cast.tank2, List.of(kilograms(inTank2, 2_200)), "LAB-T2-260907", at(0, 10, 40));
    }

    private void milk(Batch milk, long kilograms, LocalDateTime at) {
        QuantityElement amount = kilograms(milk, kilograms);
        trade.create(milk.site(), milk, amount, at);
        trade.deliverLot(new Trip(milk.site(), cast.plant, at.plusMinutes(80), at.plusMinutes(190), true), amount);
    }

    private void intoTank(Batch milk, long kilograms, Batch tank, LocalDateTime at) {
        chronicle.blend(
                Occasion.of(at, tank.site(), BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE)
                        .celsius("2.8", "3.1", "3.6"),
                List.of(kilograms(milk, kilograms)),
                List.of(kilograms(tank, kilograms)),
                tank.ilmd());
    }

    /** 5 600 kg in T1: 4 360 for lot A, 1 220 next morning for lot C, 20 rinsed away. 2 200 kg in T2: 2 180 for B, 20 rinsed away. */
    private void filling() {
        fill(lotA, inTank1, 4_360, 4, at(0, 13, 0), palletsA);
        fill(lotB, inTank2, 2_180, 2, at(0, 16, 30), palletsB);
        fill(lotC, inTank1, 1_220, 1, at(1, 7, 0), palletsC);
        rinse(inTank1, at(1, 9, 30));
        rinse(inTank2, at(0, 18, 30));
    }

    private void fill(Batch lot, Batch tank, long kilograms, long culture, LocalDateTime at, List<Pallet> pallets) {
        chronicle.register(lot);
        chronicle.blend(
                Occasion.of(at, cast.line, BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE)
                        .paper("prodorder", cast.plant, "MO-" + lot.number()),
                List.of(kilograms(tank, kilograms), cast.culture.kilograms(this.culture.number(), culture)),
                List.of(lot.goods().pieces(lot.number(), lot.quantity())),
                lot.ilmd());
        List<String> items = codes.codes(lot, Kind.GS1_SERIAL);
        trade.commission(cast.line, lot, items, at.plusMinutes(20));
        List<Carton> cases = trade.packCases(cast.line, lot, items, at.plusMinutes(40));
        pallets.addAll(trade.stackPallets(cast.coldStore, cases, CASES_A_PALLET, at.plusHours(3)));
    }

    private void rinse(Batch tank, LocalDateTime at) {
        chronicle.end(
                Occasion.of(at, tank.site(), BizStep.DESTROYING, Disposition.DESTROYED),
                List.of(),
                List.of(kilograms(tank, 20)));
    }

    private static QuantityElement kilograms(Batch batch, long kilograms) {
        return batch.goods().kilograms(batch.number(), kilograms);
    }

    static LocalDateTime at(int day, int hour, int minute) {
        return FIRST_DAY.plusDays(day).atTime(hour, minute);
    }
}
