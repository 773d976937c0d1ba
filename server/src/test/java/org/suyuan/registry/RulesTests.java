package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;

/** What may be registered, and what is reckoned from it. */
@RegistryTest
class RulesTests {
    @Autowired
    Operators operators;

    @Autowired
    Sites sites;

    @Autowired
    Products products;

    @Autowired
    Lots lots;

    @Autowired
    PublicFacts facts;

    @Test
    void an_operator_of_a_district_that_is_gone_is_registered_as_of_a_day_on_which_it_was_there() {
        OperatorDraft now = Made.operator("350204");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> operators.register(TestActors.MINISTRY, now))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::rule)
                        .containsExactly("region-in-force"));
        OperatorDraft then = new OperatorDraft(
                null,
                "开元区旧商店",
                null,
                List.of("retailer"),
                "350204",
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(1998, 1, 1),
                LocalDate.of(2003, 1, 1),
                RegistrationStatus.CLOSED);
        assertThat(operators.register(TestActors.MINISTRY, then).regionPath()).isEqualTo("/35/3502/350204/");
    }

    @Test
    void all_faults_of_a_draft_are_told_at_once() {
        OperatorDraft bad = new OperatorDraft(
                "91350100M000100Y44",
                " ",
                null,
                List.of("dairy", "witch"),
                "350204",
                null,
                null,
                "12x",
                "SC1",
                "XX12345678901234",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2025, 1, 1),
                null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> operators.register(TestActors.MINISTRY, bad))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(
                                "/uscc",
                                "/nameZh",
                                "/companyPrefix",
                                "/productionLicence",
                                "/operationLicence",
                                "/validTo",
                                "/kinds",
                                "/region"));
    }

    @Test
    void one_credit_code_is_one_operator() {
        String uscc = Made.uscc();
        operators.register(TestActors.MINISTRY, Made.operator("甲", uscc, "350203"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> operators.register(
                        TestActors.MINISTRY, Made.operator("乙", uscc.toLowerCase(Locale.ROOT), "350203")))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(RegistryProblem.OPERATOR_EXISTS));
    }

    @Test
    void farmers_and_makers_abroad_need_no_credit_code() {
        assertThat(operators
                        .register(TestActors.MINISTRY, Made.operator("农户甲", null, "350211003"))
                        .uscc())
                .isNull();
        assertThat(operators
                        .register(TestActors.MINISTRY, Made.operator("农户乙", null, "350211003"))
                        .uscc())
                .isNull();
    }

    @Test
    void a_site_is_named_by_its_gln_else_by_our_own_uri() {
        Operator operator = operators.register(TestActors.MINISTRY, Made.operator("350203"));
        String gln = Made.gln();
        Site with = sites.register(TestActors.MINISTRY, Made.site(operator.id(), gln, "350203"));
        Site without = sites.register(TestActors.MINISTRY, Made.site(operator.id(), null, "350203"));
        assertThat(with.place()).isEqualTo("https://id.gs1.org/414/" + gln);
        assertThat(without.place()).isEqualTo("urn:suyuan:site:" + without.id());
        var found = facts.sites(List.of(with.place(), without.place(), "https://id.gs1.org/414/0000000000000"));
        assertThat(found).containsOnlyKeys(with.place(), without.place());
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> sites.register(TestActors.MINISTRY, Made.site(operator.id(), gln, "350203")))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(RegistryProblem.SITE_EXISTS));
    }

    @Test
    void a_gtin_means_one_product_or_one_package_only() {
        Operator operator = operators.register(TestActors.MINISTRY, Made.operator("350203"));
        String item = Made.gtin();
        String box = Made.gtin();
        ProductDraft draft = withBox(Made.product(operator.id(), item.substring(1), null), box);
        Product product = products.register(TestActors.MINISTRY, draft);
        assertThat(product.gtin()).isEqualTo(new Gtin(item));
        assertThat(product.packagings()).containsExactly(new Packaging(new Gtin(box), 1, 24));
        var byBox = facts.product(new Gtin(box)).orElseThrow();
        assertThat(byBox.gtin()).isEqualTo(new Gtin(item));
        assertThat(byBox.pieces()).isEqualTo(24);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> products.register(TestActors.MINISTRY, Made.product(operator.id(), box, null)))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(RegistryProblem.PRODUCT_EXISTS));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        products.register(TestActors.MINISTRY, Made.product(operator.id(), "6901234567893", null)))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::rule)
                        .containsExactly("check-digit"));
    }

    private static ProductDraft withBox(ProductDraft draft, String box) {
        return new ProductDraft(
                draft.operatorId(),
                draft.gtin(),
                draft.ownCode(),
                draft.nameZh(),
                draft.nameEn(),
                draft.category(),
                draft.specification(),
                draft.netContent(),
                draft.shelfLife(),
                draft.storage(),
                draft.brand(),
                draft.origin(),
                List.of(new ProductDraft.PackagingDraft(box, null, 24L)),
                draft.status());
    }

    @Test
    void a_product_keeps_its_gtin_and_may_gain_one() {
        Operator operator = operators.register(TestActors.MINISTRY, Made.operator("350203"));
        Product product = products.register(TestActors.MINISTRY, Made.product(operator.id(), null, "A-1"));
        String gtin = Made.gtin();
        Product changed = products.change(
                        TestActors.MINISTRY, product.id(), current -> {}, Made.product(operator.id(), gtin, "A-1"))
                .orElseThrow();
        assertThat(changed.gtin()).isEqualTo(new Gtin(gtin));
        assertThat(changed.version()).isEqualTo(2);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> products.change(
                        TestActors.MINISTRY,
                        product.id(),
                        current -> {},
                        Made.product(operator.id(), Made.gtin(), "A-1")))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::rule)
                        .containsExactly("fixed"));
    }

    @Test
    void best_before_is_reckoned_from_the_shelf_life_unless_declared() {
        Operator operator = operators.register(TestActors.MINISTRY, Made.operator("350203"));
        Product product = products.register(TestActors.MINISTRY, Made.product(operator.id(), Made.gtin(), null));
        LocalDate made = LocalDate.of(2026, 9, 15);
        Lot reckoned = lots.register(TestActors.MINISTRY, Made.lot(product.id(), "L0915A", made, null));
        assertThat(reckoned.bestBefore()).isEqualTo(LocalDate.of(2026, 10, 6));
        LotDraft declared =
                new LotDraft(product.id().toString(), "L0915B", made, LocalDate.of(2026, 9, 30), null, null);
        assertThat(lots.register(TestActors.MINISTRY, declared).bestBefore()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(new ShelfLife(1, ShelfLife.Unit.MONTH).bestBefore(LocalDate.of(2026, 1, 31)))
                .isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(facts.lot(Objects.requireNonNull(product.gtin()), "L0915A")
                        .orElseThrow()
                        .id())
                .isEqualTo(reckoned.id());
    }

    @Test
    void a_lot_number_means_one_lot_of_its_product_and_fits_beside_its_gtin() {
        Operator operator = operators.register(TestActors.MINISTRY, Made.operator("350203"));
        Product withGtin = products.register(TestActors.MINISTRY, Made.product(operator.id(), Made.gtin(), null));
        Product without = products.register(TestActors.MINISTRY, Made.product(operator.id(), null, "PORK"));
        lots.register(TestActors.MINISTRY, Made.lot(withGtin.id(), "L1", null, null));
        lots.register(TestActors.MINISTRY, Made.lot(without.id(), "L1", null, null));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> lots.register(TestActors.MINISTRY, Made.lot(withGtin.id(), "L1", null, null)))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(RegistryProblem.LOT_EXISTS));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> lots.register(TestActors.MINISTRY, Made.lot(withGtin.id(), "九月一批", null, null)))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::rule)
                        .containsExactly("charset"));
        assertThat(lots.register(TestActors.MINISTRY, Made.lot(without.id(), "九月一批", null, null))
                        .lotNumber())
                .isEqualTo("九月一批");
    }

    @Test
    void lists_go_through_all_rows_in_order_whatever_the_page_size() {
        Operator operator = operators.register(TestActors.MINISTRY, Made.operator("350203"));
        for (String name : List.of("张三", "李四", "王五", "阿大", "陈六")) {
            sites.register(
                    TestActors.MINISTRY,
                    new SiteDraft(
                            operator.id().toString(),
                            name,
                            null,
                            "shop",
                            null,
                            null,
                            "350203",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        }
        SiteFilter byName = new SiteFilter(null, operator.id(), null, null, null, null, ListOrder.NAME);
        var first = sites.list(TestActors.MINISTRY, byName, new PageRequest(2, null, true));
        var second = sites.list(TestActors.MINISTRY, byName, new PageRequest(2, first.next(), false));
        var third = sites.list(TestActors.MINISTRY, byName, new PageRequest(2, second.next(), false));
        assertThat(List.of(first, second, third))
                .flatExtracting(page -> page.items().stream().map(Site::nameZh).toList())
                .containsExactly("阿大", "陈六", "李四", "王五", "张三");
        assertThat(first.total()).isEqualTo(5);
        assertThat(third.next()).isNull();
    }
}
