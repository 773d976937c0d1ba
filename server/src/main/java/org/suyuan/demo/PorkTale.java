package org.suyuan.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.demo.Cast.Label;
import org.suyuan.demo.Trade.Trip;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;
import org.suyuan.epcis.event.QuantityElement;

/** Fresh pork by the kilogram: pig farms, a slaughterhouse, markets and their stalls (R2, R0.36). Lots only, no item codes. */
final class PorkTale implements Tale {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
    private static final int DAYS = 20;
    private static final int FARMS = 6;
    private static final int STALLS = 16;
    private static final int PIGS_A_DAY = 24;
    /** Pork of a pig, in kilograms; head, feet and offal go their own way. */
    private static final long PORK_A_PIG = 80;

    private final String code;
    private final Premises slaughterhouse;
    private final Premises cooler;
    private final List<Premises> farms = new ArrayList<>();
    private final List<Goods> pigs = new ArrayList<>();
    private final List<Premises> stalls = new ArrayList<>();
    private final Goods pork;

    PorkTale(Cast cast, Names names, String code, List<District> districts) {
        this.code = code;
        District home = districts.getFirst();
        Names.Word name = names.word();
        Business house = cast.business(
                Cast.Trade.SLAUGHTERHOUSE,
                home,
                home.zh() + name.zh() + "生猪屠宰（示例）有限公司",
                name.en() + " Slaughterhouse (Demo) Co., Ltd.");
        slaughterhouse =
                cast.premises(house, home, "slaughterhouse", name.zh() + "定点屠宰场", name.en() + " Slaughterhouse");
        cooler = cast.part(slaughterhouse, "C1", "cold-store", name.zh() + "排酸间", name.en() + ", chilling room");
        Label alive = new Label("生猪", "Live pigs", "live-animal", "头", "live");
        for (int i = 0; i < FARMS; i++) {
            District district = districts.get((i + 1) % districts.size());
            Names.Word word = names.word();
            Premises farm = cast.house(
                    Cast.Trade.COOPERATIVE,
                    district,
                    "farm",
                    district.zh() + word.zh() + "养猪合作社",
                    word.en() + " Pig Cooperative, " + district.en());
            farms.add(farm);
            pigs.add(cast.weighed(farm.owner(), alive, null));
        }
        for (int i = 0; i < STALLS; i++) {
            District district = districts.get(i % 2);
            if (i % 8 == 0) {
                Names.Word word = names.word();
                cast.house(
                        Cast.Trade.MARKET,
                        home,
                        "market",
                        home.zh() + word.zh() + "菜市场",
                        word.en() + " Market, " + home.en());
            }
            Names.Word word = names.word();
            stalls.add(cast.house(
                    Cast.Trade.STALL,
                    district,
                    "stall",
                    district.zh() + word.zh() + "鲜肉摊",
                    word.en() + " Fresh Meat, " + district.en()));
        }
        pork = cast.weighed(house, new Label("冷鲜猪肉（片猪肉）", "Chilled pork sides", "pork", "散装", "chilled"), 3);
    }

    @Override
    public void tell(Telling telling) {
        telling.chronicle().begin("pork " + code);
        for (int day = 0; day < DAYS; day++) {
            oneDay(telling, FIRST_DAY.plusDays(day), day % FARMS);
        }
    }

    private void oneDay(Telling telling, LocalDate day, int from) {
        Trade trade = telling.trade();
        Premises farm = farms.get(from);
        String number = "%s%ty%<tm%<td".formatted(code, day);
        Batch herd = new Batch(pigs.get(from), number, day.minusDays(1), PIGS_A_DAY, null, farm);
        QuantityElement heads = pigs.get(from).pieces(number, PIGS_A_DAY);
        LocalDateTime evening = day.minusDays(1).atTime(17, 0);
        trade.create(farm, herd, heads, evening);
        telling.chronicle()
                .observe(
                        Occasion.of(evening.plusMinutes(30), farm, BizStep.INSPECTING, Disposition.CONFORMANT)
                                .paper("cert", farm, "QC-" + number),
                        List.of(),
                        List.of(heads));
        trade.deliverLot(new Trip(farm, slaughterhouse, evening.plusHours(2), evening.plusHours(4), false), heads);
        long kilograms = PIGS_A_DAY * PORK_A_PIG;
        Batch sides = new Batch(pork, number, day, kilograms, Goods.KILOGRAM, slaughterhouse);
        telling.chronicle().register(sides);
        telling.chronicle()
                .blend(
                        Occasion.of(day.atTime(1, 30), slaughterhouse, BizStep.KILLING, Disposition.ACTIVE),
                        List.of(heads),
                        List.of(pork.kilograms(number, kilograms)),
                        sides.ilmd());
        trade.inspect(cooler, List.of(pork.kilograms(number, kilograms)), "MI-" + number, day.atTime(3, 0));
        market(telling, number, kilograms, day);
    }

    /** Every stall buys the same and sells nearly all of it the same day; the slaughterhouse keeps what is left. */
    private void market(Telling telling, String number, long kilograms, LocalDate day) {
        long each = kilograms / STALLS;
        for (int i = 0; i < STALLS; i++) {
            LocalDateTime departs = day.atTime(4, 0).plusMinutes(6L * i);
            telling.trade()
                    .deliverLot(
                            new Trip(cooler, stalls.get(i), departs, departs.plusMinutes(50), i % 4 == 0),
                            pork.kilograms(number, each));
            telling.trade()
                    .sellLot(
                            stalls.get(i),
                            pork.kilograms(number, each - telling.random().nextInt(9)),
                            day.atTime(18, 0).plusMinutes(i));
        }
    }
}
