package org.suyuan.demo;

import static org.suyuan.demo.District.*;

import java.util.ArrayList;
import java.util.List;
import org.suyuan.demo.Cast.Label;
import org.suyuan.demo.Cast.Trade;

/** Who and what the golden incident is about: 鹭江乳业, its farms, its dealers, its shops. */
final class LujiangCast {
    static final int SHOPS = 42;
    /** Shops S01 … S26 in Xiamen buy from W1, the others in Zhangzhou from W2. */
    static final int SHOPS_OF_W1 = 26;

    private static final List<District> XIAMEN = List.of(HULI, SIMING, JIMEI, HAICANG, TONGAN, XIANGAN);
    private static final List<District> ZHANGZHOU = List.of(XIANGCHENG, LONGWEN, LONGHAI, CHANGTAI);

    final Premises plant;
    final Premises tank1;
    final Premises tank2;
    final Premises line;
    final Premises coldStore;
    final Premises farm1;
    final Premises farm2;
    final Premises farm3;
    final Premises bonded;
    final Premises w1;
    final Premises w2;
    final Premises canteen;
    final List<Premises> shops = new ArrayList<>();

    final Goods milk1;
    final Goods milk2;
    final Goods milk3;
    final Goods tankMilk;
    final Goods culture;
    final Goods yoghurt;
    final Goods drink;

    LujiangCast(Cast cast, Names names) {
        Business dairy = cast.business(Trade.DAIRY, TONGAN, "鹭江乳业（示例）有限公司", "Lujiang Dairy (Demo) Co., Ltd.");
        plant = cast.premises(dairy, TONGAN, "plant", "鹭江乳业同安工厂", "Lujiang Dairy, Tong’an plant");
        tank1 = cast.part(plant, "T1", "tank", "鹭江乳业 1 号储奶罐", "Lujiang Dairy, tank T1");
        tank2 = cast.part(plant, "T2", "tank", "鹭江乳业 2 号储奶罐", "Lujiang Dairy, tank T2");
        line = cast.part(plant, "L1", "workshop", "鹭江乳业灌装线", "Lujiang Dairy, filling line");
        coldStore = cast.part(plant, "C1", "cold-store", "鹭江乳业成品冷库", "Lujiang Dairy, cold store");
        farm1 = cast.house(Trade.FARM, TONGAN, "farm", "青坪牧场", "Qingping Farm");
        farm2 = cast.house(Trade.FARM, CHANGTAI, "farm", "白石牧场", "Baishi Farm");
        farm3 = cast.house(Trade.FARM, XIANGAN, "farm", "云溪牧场", "Yunxi Farm");
        bonded = cast.house(Trade.IMPORTER, HAICANG, "bonded-warehouse", "海沧保税仓（示例）", "Haicang Bonded (Demo)");
        w1 = cast.house(Trade.WHOLESALER, HULI, "distribution-centre", "湖里批发（示例）", "Huli Wholesale (Demo)");
        w2 = cast.house(Trade.WHOLESALER, XIANGCHENG, "distribution-centre", "漳州批发（示例）", "Zhangzhou Wholesale (Demo)");
        canteen = cast.house(Trade.CANTEEN, JIMEI, "canteen", "集美示例学校食堂", "Canteen of Jimei Demo School");
        for (int i = 0; i < SHOPS; i++) {
            boolean xiamen = i < SHOPS_OF_W1;
            District district = xiamen ? XIAMEN.get(i % XIAMEN.size()) : ZHANGZHOU.get(i % ZHANGZHOU.size());
            shops.add(shop(cast, names, district));
        }
        Label raw = new Label("生鲜乳", "Raw milk", "raw-milk", "散装", "chilled");
        milk1 = cast.weighed(farm1.owner(), raw, 2);
        milk2 = cast.weighed(farm2.owner(), raw, 2);
        milk3 = cast.weighed(farm3.owner(), raw, 2);
        tankMilk = cast.weighed(dairy, new Label("罐储生鲜乳", "Raw milk in tank", "raw-milk", "散装", "chilled"), 2);
        culture = cast.imported(
                bonded.owner(),
                new Label("酸奶发酵菌种（冻干）", "Yoghurt starter culture, freeze-dried", "other-food", "1 kg × 10", "frozen"),
                null,
                540,
                "208",
                0);
        yoghurt = cast.packed(
                dairy,
                new Label("鹭江原味酸奶", "Lujiang Plain Yoghurt", "dairy-product", "180 g", "refrigerated"),
                Goods.Net.kilograms("0.18"),
                21,
                24);
        drink = cast.packed(
                dairy,
                new Label("鹭江酸奶饮品", "Lujiang Drinking Yoghurt", "dairy-product", "200 g", "refrigerated"),
                Goods.Net.kilograms("0.2"),
                21,
                24);
    }

    static Premises shop(Cast cast, Names names, District district) {
        Names.Word word = names.word();
        return cast.house(
                Trade.SHOP,
                district,
                "shop",
                district.zh() + word.zh() + "便利店",
                word.en() + " Convenience, " + district.en());
    }

    /** @param number from 1, as in S17 */
    Premises shop(int number) {
        return shops.get(number - 1);
    }
}
