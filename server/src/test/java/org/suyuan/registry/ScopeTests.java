package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** Who sees and changes what (design §6): the same for lists, totals, details and writes. */
@RegistryTest
class ScopeTests {
    private static final PageRequest PAGE = new PageRequest(PageRequest.LIMIT_MAX, null, true);

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

    private Operator inXinglin;
    private Operator inJimei;
    private Operator inSiming;
    private Operator inZhangzhou;

    @BeforeEach
    void fourOperators() {
        inXinglin = operators.register(TestActors.MINISTRY, Made.operator("350211003000"));
        inJimei = operators.register(TestActors.MINISTRY, Made.operator("350211"));
        inSiming = operators.register(TestActors.MINISTRY, Made.operator("350203"));
        inZhangzhou = operators.register(TestActors.MINISTRY, Made.operator("350602"));
    }

    @Test
    void an_officer_sees_the_operators_of_his_jurisdiction_and_below() {
        assertSees(TestActors.MINISTRY, true, true, true, true);
        assertSees(TestActors.XIAMEN, true, true, true, false);
        assertSees(TestActors.JIMEI, true, true, false, false);
        assertSees(TestActors.XINGLIN_TOWNSHIP, true, false, false, false);
        assertSees(TestActors.NOBODY, false, false, false, false);
        assertSees(TestActors.ofOperator(inSiming.id()), false, false, true, false);
    }

    private void assertSees(Actor actor, boolean xinglin, boolean jimei, boolean siming, boolean zhangzhou) {
        Operator[] all = {inXinglin, inJimei, inSiming, inZhangzhou};
        boolean[] expected = {xinglin, jimei, siming, zhangzhou};
        var listed = operators.list(actor, OperatorFilter.ALL, PAGE);
        for (int i = 0; i < all.length; i++) {
            assertThat(operators.find(actor, all[i].id()).isPresent())
                    .as("%s finds %s", actor.name(), all[i].region())
                    .isEqualTo(expected[i]);
            assertThat(listed.items().contains(all[i]))
                    .as("%s lists %s", actor.name(), all[i].region())
                    .isEqualTo(expected[i]);
        }
        assertThat(listed.total()).isEqualTo(listed.items().size());
    }

    @Test
    void a_neighbouring_code_is_not_inside_a_jurisdiction_that_its_digits_begin_with() {
        Actor wide = TestActors.actor("prefix", new Scope.Jurisdiction("/35/3502/35021/"));
        assertThat(operators.list(wide, OperatorFilter.ALL, PAGE).items()).isEmpty();
    }

    @Test
    void who_may_only_read_does_not_write_and_who_may_nothing_does_not_read() {
        Actor powerless = TestActors.actor("powerless", new Scope.Everything(), Permission.TRACE_READ);
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> operators.list(powerless, OperatorFilter.ALL, PAGE));
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> sites.list(powerless, SiteFilter.ALL, PAGE));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> products.list(powerless, ProductFilter.ALL, PAGE));
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> lots.list(powerless, LotFilter.ALL, PAGE));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> operators.register(TestActors.READER, Made.operator("350203")));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> operators.register(TestActors.NOBODY, Made.operator("350203")));
    }

    @Test
    void an_officer_registers_operators_only_in_his_jurisdiction() {
        assertThat(operators.register(TestActors.JIMEI, Made.operator("350211003")))
                .isNotNull();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> operators.register(TestActors.JIMEI, Made.operator("350203")))
                .satisfies(refused ->
                        assertThat(refused.errors()).extracting("rule").containsExactly("jurisdiction"));
    }

    @Test
    void an_operator_does_not_register_operators_and_changes_of_itself_only_what_is_its_own() {
        Actor self = TestActors.ofOperator(inSiming.id());
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> operators.register(self, Made.operator("350203")));
        String uscc = inSiming.uscc() == null ? null : inSiming.uscc().value();
        OperatorDraft same = Made.operator(inSiming.nameZh(), uscc, "350203");
        assertThat(operators.change(self, inSiming.id(), current -> {}, same)).isPresent();
        OperatorDraft renamed = Made.operator("另一个名字", uscc, "350206");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> operators.change(self, inSiming.id(), current -> {}, renamed))
                .satisfies(refused ->
                        assertThat(refused.errors()).extracting("pointer").containsExactly("/nameZh", "/region"));
        assertThat(operators.change(self, inJimei.id(), current -> {}, same)).isEmpty();
    }

    @Test
    void an_operator_registers_sites_products_and_lots_of_itself_and_of_nobody_else() {
        Actor self = TestActors.ofOperator(inSiming.id());
        Site site = sites.register(self, Made.site(inSiming.id(), null, "350602"));
        Product product = products.register(self, Made.product(inSiming.id(), Made.gtin(), null));
        Lot lot = lots.register(self, Made.lot(product.id(), "L1", LocalDate.of(2026, 9, 1), site.id()));
        assertThat(lots.find(self, lot.id())).contains(lot);
        assertRefusedAsUnknown(() -> sites.register(self, Made.site(inJimei.id(), null, "350203")));
        assertRefusedAsUnknown(() -> products.register(self, Made.product(inJimei.id(), Made.gtin(), null)));
        Product others = products.register(TestActors.MINISTRY, Made.product(inJimei.id(), Made.gtin(), null));
        assertRefusedAsUnknown(() -> lots.register(self, Made.lot(others.id(), "L1", null, null)));
        assertThat(products.find(self, others.id())).isEmpty();
    }

    private static void assertRefusedAsUnknown(ThrowingCallable entering) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(entering)
                .satisfies(refused ->
                        assertThat(refused.errors()).extracting("rule").containsExactly("known"));
    }

    @Test
    void an_officer_sees_the_site_in_his_township_of_an_operator_from_elsewhere_and_the_lot_made_there() {
        Site shop = sites.register(TestActors.XINGLIN_TOWNSHIP, Made.site(inZhangzhou.id(), null, "350211003"));
        Product product = products.register(TestActors.MINISTRY, Made.product(inZhangzhou.id(), Made.gtin(), null));
        Lot lot = lots.register(TestActors.MINISTRY, Made.lot(product.id(), "L1", null, shop.id()));
        assertThat(sites.find(TestActors.XINGLIN_TOWNSHIP, shop.id())).contains(shop);
        assertThat(lots.find(TestActors.XINGLIN_TOWNSHIP, lot.id())).contains(lot);
        assertThat(products.find(TestActors.XINGLIN_TOWNSHIP, product.id())).isEmpty();
        assertThat(operators.find(TestActors.XINGLIN_TOWNSHIP, inZhangzhou.id()))
                .isEmpty();
    }

    @Test
    void when_an_operator_moves_its_products_move_to_the_new_jurisdiction() {
        Product product = products.register(TestActors.MINISTRY, Made.product(inSiming.id(), Made.gtin(), null));
        assertThat(products.find(TestActors.JIMEI, product.id())).isEmpty();
        operators.change(
                TestActors.MINISTRY,
                inSiming.id(),
                current -> {},
                Made.operator(inSiming.nameZh(), Made.uscc(), "350211"));
        assertThat(products.find(TestActors.JIMEI, product.id())).isPresent();
    }

    @Test
    void public_facts_are_the_same_for_everybody_and_hold_no_contact() {
        String gtin = Made.gtin();
        Product product = products.register(TestActors.MINISTRY, Made.product(inJimei.id(), gtin, null));
        var found = facts.product(new Gtin(gtin)).orElseThrow();
        assertThat(found.id()).isEqualTo(product.id());
        assertThat(found.category().nameZh()).isEqualTo("乳制品");
        assertThat(facts.operator(inJimei.id()).orElseThrow().toString())
                .doesNotContain("林试验")
                .doesNotContain("试验路");
    }
}
