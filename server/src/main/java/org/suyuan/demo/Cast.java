package org.suyuan.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Enrols businesses, premises and goods and gives them their numbers: the master data of the demo world. */
final class Cast {
    private static final String CHINA = "156";
    /** Two hundredths of a degree: within the district, and no two sites on one spot. */
    private static final double SPREAD_DEGREES = 0.04;

    private final Random random;
    private final List<Business> businesses = new ArrayList<>();
    private final List<Premises> premises = new ArrayList<>();
    private final List<Goods> goods = new ArrayList<>();
    private final Map<Business, Integer> sites = new LinkedHashMap<>();
    private final Map<Business, Integer> items = new LinkedHashMap<>();

    Cast(Random random) {
        this.random = random;
    }

    /** What a business is in the eyes of the registry. */
    enum Trade {
        FARM(1, "farm", null, 0),
        COOPERATIVE(3, "farm-cooperative", null, 0),
        DAIRY(1, "dairy", "105", 0),
        SLAUGHTERHOUSE(1, "slaughterhouse", null, 0),
        DISTILLERY(1, "liquor-producer", "115", 0),
        WHOLESALER(1, "wholesaler", null, 1),
        IMPORTER(1, "importer", null, 1),
        SHOP(2, "convenience-store", null, 1),
        SUPERMARKET(1, "supermarket", null, 1),
        LIQUOR_DEALER(2, "liquor-dealer", null, 1),
        MARKET(1, "market", null, 0),
        STALL(2, "market-stall", null, 0),
        CANTEEN(1, "canteen", null, 3),
        RESTAURANT(1, "catering", null, 2),
        CARRIER(1, "carrier", null, 0),
        COLD_STORE(1, "warehouse-keeper", null, 0),
        ONLINE_SHOP(1, "online-shop", null, 1),
        ABROAD(0, "foreign-producer", null, 0);

        private final int category;
        private final String kind;
        private final @Nullable String productionLicence;
        private final int operationLicence;

        Trade(int category, String kind, @Nullable String productionLicence, int operationLicence) {
            this.category = category;
            this.kind = kind;
            this.productionLicence = productionLicence;
            this.operationLicence = operationLicence;
        }
    }

    Business business(Trade trade, District district, String nameZh, String nameEn) {
        int number = businesses.size() + 1;
        String region = district.code();
        String class3 = trade.productionLicence;
        Business business = new Business(
                Keys.companyPrefix(number),
                trade == Trade.ABROAD ? null : Keys.uscc(trade.category, region, number),
                nameZh,
                nameEn,
                List.of(trade.kind),
                region,
                class3 == null ? null : Keys.productionLicence(class3, region, number),
                trade.operationLicence == 0 ? null : Keys.operationLicence(trade.operationLicence, region, number));
        businesses.add(business);
        return business;
    }

    Premises premises(Business owner, District district, String role, String nameZh, String nameEn) {
        int number = sites.merge(owner, 1, Integer::sum);
        double latitude = district.latitude() + (random.nextDouble() - 0.5) * SPREAD_DEGREES;
        double longitude = district.longitude() + (random.nextDouble() - 0.5) * SPREAD_DEGREES;
        Premises made = new Premises(
                owner,
                Keys.gln(owner.companyPrefix(), number),
                "",
                nameZh,
                nameEn,
                role,
                district.code(),
                district.zh() + "示例路 " + (1 + random.nextInt(400)) + " 号",
                rounded(latitude),
                rounded(longitude));
        premises.add(made);
        return made;
    }

    /** A part of a site with the site's GLN: a tank, a line. */
    Premises part(Premises whole, String extension, String role, String nameZh, String nameEn) {
        Premises part = new Premises(
                whole.owner(),
                whole.gln(),
                extension,
                nameZh,
                nameEn,
                role,
                whole.region(),
                whole.address(),
                whole.latitude(),
                whole.longitude());
        premises.add(part);
        return part;
    }

    /** A business with the one site that bears its name. */
    Premises house(Trade trade, District district, String role, String nameZh, String nameEn) {
        return premises(business(trade, district, nameZh, nameEn), district, role, nameZh, nameEn);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
    }

    /** How a product is described, apart from who makes it. */
    record Label(String nameZh, String nameEn, String category, String specification, String storage) {}

    Goods weighed(Business maker, Label label, @Nullable Integer shelfLifeDays) {
        return goods(maker, label, null, shelfLifeDays, CHINA, 0);
    }

    Goods packed(Business maker, Label label, Goods.Net net, @Nullable Integer shelfLifeDays, int perCase) {
        return goods(maker, label, net, shelfLifeDays, CHINA, perCase);
    }

    /** @param origin country, ISO 3166-1 numeric */
    Goods imported(
            Business maker,
            Label label,
            Goods.@Nullable Net net,
            @Nullable Integer shelfLifeDays,
            String origin,
            int perCase) {
        return goods(maker, label, net, shelfLifeDays, origin, perCase);
    }

    private Goods goods(
            Business maker,
            Label label,
            Goods.@Nullable Net net,
            @Nullable Integer shelfLifeDays,
            String origin,
            int perCase) {
        Goods made = new Goods(
                maker,
                items.merge(maker, 1, Integer::sum),
                label.nameZh(),
                label.nameEn(),
                label.category(),
                label.specification(),
                net,
                shelfLifeDays,
                label.storage(),
                origin,
                perCase);
        goods.add(made);
        return made;
    }

    List<Business> businesses() {
        return List.copyOf(businesses);
    }

    List<Premises> premises() {
        return List.copyOf(premises);
    }

    List<Goods> goods() {
        return List.copyOf(goods);
    }
}
