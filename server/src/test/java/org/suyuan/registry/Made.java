package org.suyuan.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.CheckDigit;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.SiteId;

/** Invented operators, sites, products and lots, each with keys of its own. */
final class Made {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Made() {}

    static String uscc() {
        String organisation = "%08d".formatted(NEXT.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (organisation.charAt(i) - '0') * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        String body = "91350200" + organisation + (check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }

    static String gtin() {
        return CheckDigit.append("069%010d".formatted(NEXT.incrementAndGet()));
    }

    static String gln() {
        return CheckDigit.append("69%010d".formatted(NEXT.incrementAndGet()));
    }

    static OperatorDraft operator(String region) {
        return operator("试验乳业 " + NEXT.incrementAndGet(), uscc(), region);
    }

    static OperatorDraft operator(String nameZh, @Nullable String uscc, String region) {
        return new OperatorDraft(
                uscc,
                nameZh,
                "Trial Dairy",
                List.of("dairy"),
                region,
                "试验路 1 号",
                new Contact("林试验", "000", null),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static SiteDraft site(OperatorId operator, @Nullable String gln, String region) {
        return new SiteDraft(
                operator.toString(),
                "试验门店 " + NEXT.incrementAndGet(),
                "Trial Shop",
                "shop",
                gln,
                null,
                region,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ProductDraft product(OperatorId operator, @Nullable String gtin, @Nullable String ownCode) {
        return new ProductDraft(
                operator.toString(),
                gtin,
                ownCode,
                "试验酸奶 " + NEXT.incrementAndGet(),
                "Trial Yogurt",
                "dairy-product",
                "180 g",
                null,
                new ShelfLife(21, ShelfLife.Unit.DAY),
                "refrigerated",
                "试验",
                null,
                null,
                null);
    }

    static LotDraft lot(ProductId product, String number, @Nullable LocalDate produced, @Nullable SiteId site) {
        return new LotDraft(product.toString(), number, produced, null, null, site == null ? null : site.toString());
    }
}
