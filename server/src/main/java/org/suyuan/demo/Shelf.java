package org.suyuan.demo;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One product in one shop: cases in the back, items in front. */
final class Shelf {
    private final Trade trade;
    private final Premises shop;
    private final Deque<Carton> back = new ArrayDeque<>();
    private final Deque<String> front = new ArrayDeque<>();

    Shelf(Trade trade, Premises shop) {
        this.trade = trade;
        this.shop = shop;
    }

    Premises shop() {
        return shop;
    }

    void stock(List<Carton> cartons) {
        back.addAll(cartons);
    }

    int inStock() {
        return front.size()
                + back.stream().mapToInt(carton -> carton.items().size()).sum();
    }

    /** Sells so many, or what there is; opens cases in the morning as they are needed. */
    List<String> sell(int wanted, LocalDateTime at) {
        while (front.size() < wanted && !back.isEmpty()) {
            open(at.toLocalDate().atTime(8, 0).plusMinutes(back.size()));
        }
        List<String> sold = take(wanted);
        if (!sold.isEmpty()) {
            trade.sell(shop, sold, at);
        }
        return sold;
    }

    /** Opens the next case and gives what is in it. */
    Carton open(LocalDateTime at) {
        Carton carton = back.removeFirst();
        trade.shelve(shop, carton, at);
        front.addAll(carton.items());
        return carton;
    }

    List<String> take(int wanted) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < wanted && !front.isEmpty()) {
            taken.add(front.removeFirst());
        }
        return taken;
    }

    /** An item that stands in front; opens a case when none does. */
    String look(LocalDateTime at) {
        if (front.isEmpty()) {
            open(at);
        }
        return front.getFirst();
    }
}
