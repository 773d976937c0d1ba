package org.suyuan.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;
import org.suyuan.epcis.event.QuantityElement;

/** What happens to goods again and again on their way: each method tells the events of one step. */
final class Trade {
    /** Items named by one commissioning or sale, at most: 50 cases of 24. */
    private static final int ITEMS_AN_EVENT = 1_200;

    private final Chronicle chronicle;
    private final Map<String, Integer> ssccs = new HashMap<>();
    private int papers;

    Trade(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** How goods travel: with what goes wrong on the way. */
    record Trip(Premises from, Premises to, LocalDateTime departs, LocalDateTime arrives, boolean cold) {}

    /** The code printed on a package by whoever packs it. */
    private String sscc(Premises packer) {
        String prefix = packer.owner().companyPrefix();
        return "https://id.gs1.org/00/" + Keys.sscc(prefix, ssccs.merge(prefix, 1, Integer::sum));
    }

    /** Document numbers run through the year. */
    private String number(String kind, LocalDateTime at) {
        return "%s-%tY%tm%td-%04d".formatted(kind, at, at, at, ++papers);
    }

    /** Codes and items become one, as fast as the line runs. */
    void commission(Premises line, Batch batch, List<String> items, LocalDateTime from) {
        for (int i = 0; i < items.size(); i += ITEMS_AN_EVENT) {
            chronicle.commission(
                    Occasion.of(from.plusMinutes(i / 200), line, BizStep.COMMISSIONING, Disposition.ACTIVE)
                            .paper("prodorder", line, "MO-" + batch.number()),
                    items.subList(i, Math.min(i + ITEMS_AN_EVENT, items.size())),
                    List.of(),
                    batch.ilmd());
        }
    }

    List<Carton> packCases(Premises line, Batch batch, List<String> items, LocalDateTime from) {
        int perCase = batch.goods().perCase();
        List<Carton> cartons = new ArrayList<>();
        for (int i = 0; i < items.size(); i += perCase) {
            Carton carton = new Carton(sscc(line), batch, List.copyOf(items.subList(i, i + perCase)));
            chronicle.pack(
                    Occasion.of(from.plusSeconds(8L * cartons.size()), line, BizStep.PACKING, Disposition.IN_PROGRESS),
                    carton.sscc(),
                    carton.items());
            cartons.add(carton);
        }
        return cartons;
    }

    List<Pallet> stackPallets(Premises line, List<Carton> cartons, int perPallet, LocalDateTime from) {
        List<Pallet> pallets = new ArrayList<>();
        for (int i = 0; i < cartons.size(); i += perPallet) {
            List<Carton> layer = cartons.subList(i, Math.min(i + perPallet, cartons.size()));
            pallets.add(stackPallet(line, layer, from.plusMinutes(6L * pallets.size())));
        }
        return pallets;
    }

    Pallet stackPallet(Premises place, List<Carton> cartons, LocalDateTime at) {
        Pallet pallet = new Pallet(sscc(place), List.copyOf(cartons));
        chronicle.pack(
                Occasion.of(at, place, BizStep.PACKING, Disposition.IN_PROGRESS),
                pallet.sscc(),
                cartons.stream().map(Carton::sscc).toList());
        return pallet;
    }

    /** Takes a pallet apart; its cases stand there afterwards. */
    void unstack(Premises place, Pallet pallet, LocalDateTime at) {
        chronicle.unpack(
                Occasion.of(at, place, BizStep.UNPACKING, Disposition.IN_PROGRESS),
                pallet.sscc(),
                pallet.cartons().stream().map(Carton::sscc).toList());
    }

    void deliverPallets(Trip trip, List<Pallet> pallets) {
        deliver(trip, pallets.stream().map(Pallet::sscc).toList(), List.of());
    }

    void deliverCases(Trip trip, List<Carton> cartons) {
        deliver(trip, cartons.stream().map(Carton::sscc).toList(), List.of());
    }

    void deliverLot(Trip trip, QuantityElement amount) {
        deliver(trip, List.of(), List.of(amount));
    }

    private void deliver(Trip trip, List<String> epcs, List<QuantityElement> amounts) {
        String order = number("PO", trip.departs());
        String notice = number("DN", trip.departs());
        chronicle.observe(shipping(trip, order, notice), epcs, amounts);
        chronicle.observe(receiving(trip, order, notice), epcs, amounts);
    }

    /** 核销 at goods-out. */
    String ship(Trip trip, List<Carton> cartons, String order, String notice) {
        return chronicle.observe(
                shipping(trip, order, notice),
                cartons.stream().map(Carton::sscc).toList());
    }

    /** 核注 at goods-in. */
    String receive(Trip trip, List<Carton> cartons, String order, String notice) {
        return chronicle.observe(
                receiving(trip, order, notice),
                cartons.stream().map(Carton::sscc).toList());
    }

    private static Occasion shipping(Trip trip, String order, String notice) {
        Occasion shipping = Occasion.of(trip.departs(), trip.from(), BizStep.SHIPPING, Disposition.IN_TRANSIT)
                .leaving()
                .between(trip.from(), trip.to())
                .paper("po", trip.to(), order)
                .paper("desadv", trip.from(), notice);
        return trip.cold() ? shipping.celsius("2.1", "3.0", "3.9") : shipping;
    }

    private static Occasion receiving(Trip trip, String order, String notice) {
        Occasion receiving = Occasion.of(trip.arrives(), trip.to(), BizStep.RECEIVING, Disposition.IN_PROGRESS)
                .between(trip.from(), trip.to())
                .paper("po", trip.to(), order)
                .paper("desadv", trip.from(), notice);
        return trip.cold() ? receiving.celsius("2.4", "3.6", "5.2") : receiving;
    }

    /** A shop opens a case and puts what is in it on the shelf. */
    void shelve(Premises shop, Carton carton, LocalDateTime at) {
        chronicle.unpack(
                Occasion.of(at, shop, BizStep.UNPACKING, Disposition.IN_PROGRESS), carton.sscc(), carton.items());
        chronicle.observe(
                Occasion.of(at.plusMinutes(5), shop, BizStep.STOCKING, Disposition.SELLABLE_ACCESSIBLE),
                carton.items());
    }

    /** Items over the counter, one receipt or the till's sum of an evening. */
    void sell(Premises shop, List<String> items, LocalDateTime at) {
        for (int i = 0; i < items.size(); i += ITEMS_AN_EVENT) {
            chronicle.observe(
                    Occasion.of(at, shop, BizStep.RETAIL_SELLING, Disposition.RETAIL_SOLD)
                            .leaving(),
                    items.subList(i, Math.min(i + ITEMS_AN_EVENT, items.size())));
        }
    }

    void sellLot(Premises shop, QuantityElement amount, LocalDateTime at) {
        chronicle.observe(
                Occasion.of(at, shop, BizStep.RETAIL_SELLING, Disposition.RETAIL_SOLD)
                        .leaving(),
                List.of(),
                List.of(amount));
    }

    /** A lot that comes into being from nothing the world knows: milked, harvested, landed. */
    void create(Premises place, Batch batch, QuantityElement amount, LocalDateTime at) {
        chronicle.register(batch);
        chronicle.commission(
                Occasion.of(at, place, BizStep.CREATING_CLASS_INSTANCE, Disposition.ACTIVE),
                List.of(),
                List.of(amount),
                batch.ilmd());
    }

    /** A sample goes to the laboratory and is found good. */
    void inspect(Premises place, List<QuantityElement> amounts, String report, LocalDateTime at) {
        chronicle.observe(
                Occasion.of(at, place, BizStep.INSPECTING, Disposition.CONFORMANT)
                        .paper("testres", place, report),
                List.of(),
                amounts);
    }
}
