package org.suyuan.demo;

import static org.suyuan.demo.District.*;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.demo.Cast.Label;
import org.suyuan.demo.Trade.Trip;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;

/** Imported wine: maker abroad, port, bonded warehouse with its papers, supermarkets and restaurants (R0.36). */
final class WineTale implements Tale {
    private static final LocalDate LANDED = LocalDate.of(2026, 8, 24);
    private static final int BOTTLES = 6_000;
    private static final int BUYERS = 8;
    private static final int CASES_A_BUYER = 90;
    private static final int SALES_DAYS = 15;
    private static final String FRANCE = "250";

    private final Premises chateau;
    private final Premises port;
    private final Premises bonded;
    private final Premises labelling;
    private final List<Premises> buyers = new ArrayList<>();
    private final Goods bulk;
    private final Goods wine;

    WineTale(Cast cast, Names names) {
        chateau = cast.house(
                Cast.Trade.ABROAD,
                HAICANG,
                "plant",
                "示例酒庄（法国，由进口商申报）",
                "Château Exemple (France, filed by the importer)");
        Business importer = cast.business(
                Cast.Trade.IMPORTER, HAICANG, "海沧望洋进出口（示例）有限公司", "Haicang Wangyang Trading (Demo) Co., Ltd.");
        port = cast.premises(importer, HAICANG, "port", "海沧港示例泊位", "Haicang port, demo berth");
        bonded = cast.premises(importer, HAICANG, "bonded-warehouse", "望洋保税酒库", "Wangyang bonded wine store");
        labelling = cast.part(bonded, "L1", "workshop", "望洋贴标线", "Wangyang labelling line");
        for (int i = 0; i < BUYERS; i++) {
            District district = i % 2 == 0 ? SIMING : HULI;
            Names.Word word = names.word();
            boolean supermarket = i < BUYERS / 2;
            buyers.add(
                    supermarket
                            ? cast.house(
                                    Cast.Trade.SUPERMARKET,
                                    district,
                                    "supermarket",
                                    district.zh() + word.zh() + "超市",
                                    word.en() + " Supermarket, " + district.en())
                            : cast.house(
                                    Cast.Trade.RESTAURANT,
                                    district,
                                    "restaurant",
                                    district.zh() + word.zh() + "餐厅",
                                    word.en() + " Restaurant, " + district.en()));
        }
        bulk = cast.imported(
                chateau.owner(),
                new Label("干红葡萄酒（原装未贴中文标签）", "Dry red wine, before Chinese labelling", "wine", "750 ml", "cool-dry"),
                null,
                null,
                FRANCE,
                0);
        wine = cast.imported(
                importer,
                new Label("示例酒庄干红葡萄酒", "Château Exemple, dry red", "wine", "750 ml", "cool-dry"),
                Goods.Net.litres("0.75"),
                null,
                FRANCE,
                6);
    }

    @Override
    public void tell(Telling telling) {
        telling.chronicle().begin("wine");
        List<Carton> cases = importAndLabel(telling);
        Trade trade = telling.trade();
        List<Shelf> shelves = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            Shelf shelf = new Shelf(trade, buyers.get(i));
            List<Carton> bought = cases.subList(i * CASES_A_BUYER, (i + 1) * CASES_A_BUYER);
            LocalDateTime departs = LANDED.plusDays(9).atTime(9, 0).plusMinutes(25L * i);
            trade.deliverCases(new Trip(bonded, buyers.get(i), departs, departs.plusMinutes(80), false), bought);
            shelf.stock(bought);
            shelves.add(shelf);
        }
        for (int day = 0; day < SALES_DAYS; day++) {
            for (Shelf shelf : shelves) {
                shelf.sell(
                        2 + telling.random().nextInt(10),
                        LocalDate.of(2026, 9, 6)
                                .plusDays(day)
                                .atTime(20, telling.random().nextInt(59)));
            }
        }
        telling.samples()
                .add(new Sample(
                        "wine",
                        shelves.getFirst().look(LocalDate.of(2026, 9, 20).atTime(9, 30)),
                        "进口葡萄酒：从酒庄、口岸、保税仓到超市",
                        "Imported wine: from the maker through port and bonded store to a supermarket"));
    }

    private List<Carton> importAndLabel(Telling telling) {
        Chronicle chronicle = telling.chronicle();
        Trade trade = telling.trade();
        LocalDate bottled = LocalDate.of(2025, 5, 20);
        Batch foreign = new Batch(bulk, "L25140", bottled, BOTTLES, null, chateau);
        trade.create(chateau, foreign, bulk.pieces(foreign.number(), BOTTLES), bottled.atTime(16, 0));
        LocalDateTime sailed = LANDED.minusDays(38).atTime(20, 0);
        trade.deliverLot(
                new Trip(chateau, port, sailed, LANDED.atTime(7, 0), false), bulk.pieces(foreign.number(), BOTTLES));
        chronicle.observe(
                Occasion.of(LANDED.atTime(15, 0), port, BizStep.INSPECTING, Disposition.CONFORMANT)
                        .paper("bol", port, "BL-DEMO-2608")
                        .paper("inv", port, "CI-DEMO-7710")
                        .paper("cert", port, "CIQ-DEMO-371604")
                        .paper("cert", port, "CO-DEMO-FR-5512"),
                List.of(),
                List.of(bulk.pieces(foreign.number(), BOTTLES)));
        trade.deliverLot(
                new Trip(
                        port,
                        bonded,
                        LANDED.plusDays(1).atTime(8, 0),
                        LANDED.plusDays(1).atTime(9, 0),
                        false),
                bulk.pieces(foreign.number(), BOTTLES));
        Batch labelled = new Batch(wine, "WY260828", LANDED.plusDays(4), BOTTLES, null, labelling);
        chronicle.register(labelled);
        LocalDateTime at = labelled.produced().atTime(8, 30);
        chronicle.blend(
                Occasion.of(at, labelling, BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE)
                        .paper("prodorder", bonded, "LB-" + labelled.number()),
                List.of(bulk.pieces(foreign.number(), BOTTLES)),
                List.of(wine.pieces(labelled.number(), BOTTLES)),
                labelled.ilmd());
        List<String> codes = telling.codes().codes(labelled, CodeSupply.Kind.GS1_SERIAL);
        trade.commission(labelling, labelled, codes, at.plusMinutes(30));
        return trade.packCases(bonded, labelled, codes, at.plusHours(1));
    }
}
