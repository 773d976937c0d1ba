package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;

/**
 * Drops the first wall and looks whether the second stands: the stores are told an actor who sees everything, so that their
 * own condition is TRUE, while the request is bound to one who does not.
 */
@RegistryTest
class SecondWallTest {
    private static final Actor NO_FIRST_WALL = TestActors.MINISTRY;
    private static final PageRequest MANY = new PageRequest(500, null, true);

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

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String mark = UUID.randomUUID().toString().substring(0, 13);

    private Operator near;
    private Operator far;

    SecondWallTest(@Autowired Operators operators) {
        near = operators.register(TestActors.MINISTRY, Made.operator("近 " + mark, Made.uscc(), "350211"));
        far = operators.register(TestActors.MINISTRY, Made.operator("远 " + mark, Made.uscc(), "350602"));
    }

    @BeforeEach
    void fill() {
        for (Operator operator : List.of(near, far)) {
            Product product = products.register(NO_FIRST_WALL, Made.product(operator.id(), Made.gtin(), null));
            lots.register(NO_FIRST_WALL, Made.lot(product.id(), mark, null, null));
            sites.register(NO_FIRST_WALL, Made.site(operator.id(), null, operator == near ? "350211" : "350602"));
        }
    }

    @Test
    void whom_the_first_wall_lets_through_the_second_stops() {
        SecondWall.within(TestActors.JIMEI, () -> {
            assertThat(named()).containsExactly(near.id());
            assertThat(operators.find(NO_FIRST_WALL, near.id())).isPresent();
            assertThat(operators.find(NO_FIRST_WALL, far.id())).isEmpty();
            assertThat(productsOf(near)).hasSize(1);
            assertThat(productsOf(far)).isEmpty();
            assertThat(lotsOf(near)).hasSize(1);
            assertThat(lotsOf(far)).isEmpty();
            assertThat(sitesOf(near)).hasSize(1);
            assertThat(sitesOf(far)).isEmpty();
            return true;
        });
    }

    @Test
    void an_operator_gets_its_own_rows_and_an_organisation_or_nobody_none() {
        SecondWall.within(TestActors.ofOperator(far.id()), () -> {
            assertThat(named()).containsExactly(far.id());
            assertThat(productsOf(near)).isEmpty();
            return assertThat(lotsOf(far)).hasSize(1);
        });
        for (Scope scope :
                List.of(new Scope.OwnOrganisation(new OrganisationId(UUID.randomUUID())), new Scope.Nothing())) {
            Actor stranger = new Actor(new ActorId(UUID.randomUUID()), "stranger", Set.of(), scope);
            assertThat(SecondWall.within(stranger, this::named)).isEmpty();
        }
    }

    @Test
    void totals_are_cut_as_lists_are() {
        long all = total();
        long seen = SecondWall.within(TestActors.JIMEI, this::total);
        assertThat(seen).isPositive().isLessThan(all);
    }

    @Test
    void what_is_not_seen_can_neither_be_changed_nor_deleted() {
        int changed = SecondWall.within(
                TestActors.JIMEI,
                () -> jdbc.sql("UPDATE registry.operator SET address = 'x' WHERE id = :id")
                        .param("id", far.id().value())
                        .update());
        int deleted = SecondWall.within(
                TestActors.JIMEI,
                () -> jdbc.sql("DELETE FROM registry.lot WHERE operator_id = :id")
                        .param("id", far.id().value())
                        .update());
        assertThat(changed + deleted).isZero();
    }

    @Test
    void a_named_bracket_reaches_beyond_within_the_same_transaction_and_ends_with_itself() {
        SecondWall.within(
                TestActors.JIMEI,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    assertThat(named()).hasSize(1);
                    assertThat(SecondWall.outside(Beyond.UNIQUENESS, this::named))
                            .hasSize(2);
                    return assertThat(named()).hasSize(1);
                }));
    }

    @Test
    void a_transaction_rolled_back_leaves_no_connection_that_sees_too_much() {
        for (int i = 0; i < 3; i++) {
            SecondWall.within(
                    TestActors.JIMEI,
                    () -> new TransactionTemplate(transactions).execute(status -> {
                        SecondWall.outside(Beyond.UNIQUENESS, this::named);
                        status.setRollbackOnly();
                        return true;
                    }));
            SecondWall.within(TestActors.JIMEI, () -> assertThat(named()).hasSize(1));
            assertThat(named()).hasSize(2);
        }
    }

    @Test
    void public_facts_stay_public_behind_the_wall() {
        SecondWall.within(
                TestActors.JIMEI, () -> assertThat(facts.operator(far.id())).isPresent());
    }

    @Test
    void a_lot_made_here_shows_its_product_from_elsewhere() {
        Site here = sites.register(NO_FIRST_WALL, Made.site(far.id(), null, "350211003"));
        Product product = products.register(NO_FIRST_WALL, Made.product(far.id(), Made.gtin(), null));
        Lot lot = lots.register(NO_FIRST_WALL, Made.lot(product.id(), "here", null, here.id()));
        SecondWall.within(
                TestActors.XINGLIN_TOWNSHIP,
                () -> assertThat(lots.find(TestActors.XINGLIN_TOWNSHIP, lot.id()))
                        .contains(lot));
    }

    private List<OperatorId> named() {
        return operators
                .list(NO_FIRST_WALL, new OperatorFilter(mark, null, null, null, null, ListOrder.NEWEST), MANY)
                .items()
                .stream()
                .map(Operator::id)
                .toList();
    }

    private long total() {
        Long total = operators
                .list(NO_FIRST_WALL, new OperatorFilter(null, null, null, null, null, ListOrder.NEWEST), MANY)
                .total();
        return total == null ? -1 : total;
    }

    private List<Product> productsOf(Operator operator) {
        return products.list(
                        NO_FIRST_WALL, new ProductFilter(null, operator.id(), null, null, null, ListOrder.NEWEST), MANY)
                .items();
    }

    private List<Lot> lotsOf(Operator operator) {
        return lots.list(NO_FIRST_WALL, new LotFilter(null, operator.id(), mark, null, null, ListOrder.NEWEST), MANY)
                .items();
    }

    private List<Site> sitesOf(Operator operator) {
        return sites.list(
                        NO_FIRST_WALL,
                        new SiteFilter(null, operator.id(), null, null, null, null, ListOrder.NEWEST),
                        MANY)
                .items();
    }
}
