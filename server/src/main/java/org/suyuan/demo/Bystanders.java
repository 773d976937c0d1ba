package org.suyuan.demo;

import java.util.List;

/** Those whom the registry knows and no event names yet: carriers, cold stores, online shops, more supermarkets. */
final class Bystanders {
    private Bystanders() {}

    static void enrol(Cast cast, Names names, List<District> districts) {
        for (int i = 0; i < 8; i++) {
            house(cast, names, districts, i, Cast.Trade.CARRIER, "office", "冷链运输", " Cold Chain Transport");
            house(cast, names, districts, i + 3, Cast.Trade.COLD_STORE, "cold-store", "冷库", " Cold Store");
            house(cast, names, districts, i + 1, Cast.Trade.ONLINE_SHOP, "office", "食品网店", " Online Foods");
        }
        for (int i = 0; i < 6; i++) {
            Names.Word word = names.word();
            District district = districts.get(i % districts.size());
            Business chain = cast.business(
                    Cast.Trade.SUPERMARKET, district, word.zh() + "连锁超市（示例）有限公司", word.en() + " Supermarkets (Demo)");
            for (int branch = 1; branch <= 4; branch++) {
                District where = districts.get((i + branch) % districts.size());
                cast.premises(
                        chain,
                        where,
                        "supermarket",
                        word.zh() + "超市" + where.zh() + "店",
                        word.en() + " Supermarket, " + where.en());
            }
        }
    }

    private static void house(
            Cast cast,
            Names names,
            List<District> districts,
            int where,
            Cast.Trade trade,
            String role,
            String zh,
            String en) {
        Names.Word word = names.word();
        District district = districts.get(where % districts.size());
        cast.house(trade, district, role, district.zh() + word.zh() + zh, word.en() + en + ", " + district.en());
    }
}
