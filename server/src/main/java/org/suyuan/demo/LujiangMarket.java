package org.suyuan.demo;

import static org.suyuan.demo.LujiangStory.at;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.suyuan.demo.Trade.Trip;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;

/**
 * The golden incident's lots on the market until 2026-09-20: who bought what, what was sold, and everything that people do
 * wrong.
 *
 * <pre>
 * lot A: S01 … S20 24 cases each, K1 20; S27 … S36 32 each      100 + 80 cases stay with W1 and W2
 * lot C: S15 … S24 12 cases each;        S33 … S38 14 each       30 + 16
 * lot B: S18 … S26 28 cases each;        S35 … S42 20 each       48 + 40
 * </pre>
 */
final class LujiangMarket {
    /** Sales are told from 09-12 to 09-20. */
    private static final int FIRST_SALES_DAY = 5;

    private static final int LAST_SALES_DAY = 13;
    static final int RETURNED_CUPS = 36;

    private final LujiangCast cast;
    private final LujiangStory made;
    private final Chronicle chronicle;
    private final Trade trade;
    private final Random random;
    /** Shop number and lot, in order. */
    private final Map<String, Shelf> shelves = new TreeMap<>();

    final List<ReportedCheck> checks = new ArrayList<>();

    /** Samples that people may scan. */
    String genuine = "";

    String sold = "";
    String copied = "";
    String neverIssued = "";

    LujiangMarket(LujiangCast cast, LujiangStory made, Chronicle chronicle, Trade trade, Random random) {
        this.cast = cast;
        this.made = made;
        this.chronicle = chronicle;
        this.trade = trade;
        this.random = random;
    }

    LujiangMarket tell() {
        chronicle.begin("lujiang market");
        Loose w1 = new Loose(cast.w1, at(1, 14, 0));
        w1.takePallets(made.palletsA.subList(0, 12), at(1, 6, 30), 10);
        w1.takePallets(made.palletsB.subList(0, 6), at(1, 6, 45), 6);
        w1.takePallets(made.palletsC.subList(0, 3), at(1, 15, 0), 3);
        Loose w2 = new Loose(cast.w2, at(1, 17, 0));
        w2.takePallets(made.palletsA.subList(12, 20), at(1, 7, 0), 8);
        w2.takePallets(made.palletsB.subList(6, 10), at(1, 7, 10), 4);
        w2.takePallets(made.palletsC.subList(3, 5), at(1, 15, 30), 2);
        supply(w1, made.lotA, 1, 20, 24, 3);
        supply(w1, made.lotC, 15, 24, 12, 3);
        supply(w1, made.lotB, 18, 26, 28, 3);
        canteen(w1);
        supply(w2, made.lotA, 27, 36, 32, 4);
        supply(w2, made.lotC, 33, 38, 14, 4);
        supply(w2, made.lotB, 35, 42, 20, 4);
        restack(w2);
        sellOneCaseSingly();
        sales();
        returns();
        samples();
        counterfeits();
        return this;
    }

    /** Loose cases at a wholesaler, by lot. */
    private final class Loose {
        private final Premises wholesaler;
        private final LocalDateTime unstacking;
        private final Map<String, List<Carton>> cases = new TreeMap<>();

        Loose(Premises wholesaler, LocalDateTime unstacking) {
            this.wholesaler = wholesaler;
            this.unstacking = unstacking;
        }

        void takePallets(List<Pallet> pallets, LocalDateTime departs, int unstacked) {
            trade.deliverPallets(new Trip(cast.coldStore, wholesaler, departs, departs.plusMinutes(95), true), pallets);
            for (Pallet pallet : pallets.subList(0, unstacked)) {
                LocalDateTime when = unstacking.isAfter(departs.plusHours(2)) ? unstacking : departs.plusHours(3);
                trade.unstack(wholesaler, pallet, when.plusMinutes(cases.size()));
                for (Carton carton : pallet.cartons()) {
                    cases.computeIfAbsent(carton.batch().number(), lot -> new ArrayList<>())
                            .add(carton);
                }
            }
        }

        List<Carton> take(Batch lot, int count) {
            List<Carton> all = cases.getOrDefault(lot.number(), List.of());
            List<Carton> taken = List.copyOf(all.subList(0, count));
            all.subList(0, count).clear();
            return taken;
        }
    }

    private void supply(Loose from, Batch lot, int firstShop, int lastShop, int cases, int day) {
        for (int number = firstShop; number <= lastShop; number++) {
            List<Carton> cartons = from.take(lot, cases);
            LocalDateTime departs = at(day, 5, 0).plusMinutes(9L * number);
            Trip trip = new Trip(
                    from.wholesaler, cast.shop(number), departs, departs.plusMinutes(40 + random.nextInt(60)), true);
            deliver(trip, lot, number, cartons);
            shelf(number, lot).stock(cartons);
        }
    }

    /** Most deliveries are told as they were; S12's was first told wrong, and S34's was forgotten by W2. */
    private void deliver(Trip trip, Batch lot, int shop, List<Carton> cartons) {
        String order = "PO-2609-" + lot.number() + "-S%02d".formatted(shop);
        String notice = "DN-2609-" + lot.number() + "-S%02d".formatted(shop);
        if (lot == made.lotA && shop == 12) {
            Trip wrong = new Trip(trip.from(), cast.shop(25), trip.departs(), trip.arrives(), trip.cold());
            String mistaken = trade.ship(wrong, cartons, order, notice);
            chronicle.belatedly(() -> {
                String right = trade.ship(trip, cartons, order, notice);
                chronicle.retract(mistaken, at(5, 16, 20), right);
            });
        } else if (!(lot == made.lotA && shop == 34)) {
            trade.ship(trip, cartons, order, notice);
        }
        trade.receive(trip, cartons, order, notice);
    }

    /** Twenty cases, all served at two lunches. */
    private void canteen(Loose w1) {
        List<Carton> cartons = w1.take(made.lotA, 20);
        trade.deliverCases(new Trip(cast.w1, cast.canteen, at(3, 8, 0), at(3, 9, 10), true), cartons);
        for (int i = 0; i < cartons.size(); i++) {
            int day = i < 10 ? 7 : 8;
            trade.shelve(cast.canteen, cartons.get(i), at(day, 10, 30).plusMinutes(i));
            chronicle.observe(
                    Occasion.of(at(day, 12, 0).plusMinutes(i), cast.canteen, BizStep.DISPENSING, Disposition.DISPENSED)
                            .leaving(),
                    cartons.get(i).items());
        }
    }

    /** W2 makes one pallet out of what is left of lot A's last one and ten cases of lot B. */
    private void restack(Loose w2) {
        List<Carton> mixed = new ArrayList<>(w2.take(made.lotA, 30));
        mixed.addAll(w2.take(made.lotB, 10));
        trade.stackPallet(cast.w2, mixed, at(4, 15, 30));
    }

    private Shelf shelf(int shop, Batch lot) {
        return shelves.computeIfAbsent(
                "S%02d %s".formatted(shop, lot.number()), key -> new Shelf(trade, cast.shop(shop)));
    }

    /** S05 opens a case on 09-13 and sells its 24 cups one by one. */
    private void sellOneCaseSingly() {
        Shelf shelf = shelf(5, made.lotA);
        LocalDateTime opened = at(6, 9, 0);
        shelf.open(opened);
        List<String> cups = shelf.take(24);
        for (int i = 0; i < cups.size(); i++) {
            trade.sell(shelf.shop(), List.of(cups.get(i)), opened.plusMinutes(20 + 23L * i));
        }
        copied = cups.get(6);
        sold = cups.get(7);
    }

    private void sales() {
        for (int day = FIRST_SALES_DAY; day <= LAST_SALES_DAY; day++) {
            for (Map.Entry<String, Shelf> shelf : shelves.entrySet()) {
                int wanted = (shelf.getKey().endsWith("C") ? 6 : 18) + random.nextInt(24);
                List<String> cups = shelf.getValue().sell(wanted, at(day, 21, 0).plusMinutes(random.nextInt(50)));
                buyersCheck(shelf.getValue().shop(), cups, day);
            }
        }
    }

    /** One buyer in a hundred looks at the code, at the counter or at home. */
    private void buyersCheck(Premises shop, List<String> cups, int day) {
        for (String cup : cups) {
            if (random.nextInt(100) == 0) {
                LocalDateTime when = at(day, 10, 0).plusMinutes(random.nextInt(660));
                ReportedCheck.Channel channel =
                        random.nextInt(4) == 0 ? ReportedCheck.Channel.TERMINAL : ReportedCheck.Channel.APP;
                checks.add(ReportedCheck.near(shop, cup, when, channel));
            }
        }
    }

    /** S09 sends 36 cups back: their lids are bulging. */
    private void returns() {
        Shelf shelf = shelf(9, made.lotA);
        List<String> cups = new ArrayList<>(shelf.take(RETURNED_CUPS));
        while (cups.size() < RETURNED_CUPS) {
            shelf.open(at(13, 8, 30));
            cups.addAll(shelf.take(RETURNED_CUPS - cups.size()));
        }
        Premises shop = shelf.shop();
        chronicle.observe(
                Occasion.of(at(13, 21, 55), shop, BizStep.SHIPPING, Disposition.RETURNED)
                        .leaving()
                        .between(shop, cast.w1)
                        .paper("rma", cast.w1, "RMA-2609-0009"),
                cups);
        chronicle.observe(
                Occasion.of(at(13, 23, 10), cast.w1, BizStep.RECEIVING, Disposition.RETURNED)
                        .between(shop, cast.w1)
                        .paper("rma", cast.w1, "RMA-2609-0009"),
                cups);
    }

    private void samples() {
        genuine = shelf(3, made.lotA).look(at(13, 8, 20));
    }

    /**
     * Two kinds of fakes: S17 sells cups with codes that were never issued, and a code of a cup that S05 sold turns up
     * 900 km away forty minutes after its buyer looked at it.
     */
    private void counterfeits() {
        String real = copied.substring(0, copied.lastIndexOf('/') + 1);
        String keyVersion = copied.substring(real.length(), real.length() + 2);
        for (int i = 0; i < 9; i++) {
            String fake = real + keyVersion + "%014d".formatted(26_091_700_000_000L + 137L * i * i);
            neverIssued = fake;
            checks.add(ReportedCheck.near(
                    cast.shop(17), fake, at(11 + i % 3, 17, 5).plusMinutes(13L * i), ReportedCheck.Channel.APP));
        }
        checks.add(ReportedCheck.near(cast.shop(2), copied, at(12, 10, 2), ReportedCheck.Channel.APP));
        checks.add(new ReportedCheck(copied, at(12, 10, 42), ReportedCheck.Channel.APP, "321202", 32.49, 119.92));
    }

    /** What is left in the shops, by lot number. */
    int inShops(Batch lot) {
        return shelves.entrySet().stream()
                .filter(shelf -> shelf.getKey().endsWith(lot.number()))
                .mapToInt(shelf -> shelf.getValue().inStock())
                .sum();
    }
}
