package org.suyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.gs1.Gln;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.Checked;
import org.suyuan.registry.FoodLicence;
import org.suyuan.registry.UnifiedSocialCreditCode;

/** The demo world's books, without a platform: every sum closes, every key is right, nothing is in two places. */
class BooksTest {
    private static final World WORLD = new World.Stage(World.Size.FULL).play(new CountedCodes());
    private static final Books BOOKS = Books.of(WORLD.chronicle().all());

    @Test
    void nothing_moves_that_is_not_there() {
        assertThat(BOOKS.faults.stream().limit(20)).isEmpty();
        assertThat(BOOKS.inTransit()).isZero();
    }

    @Test
    void only_w2_forgot_to_write_off_one_delivery() {
        assertThat(BOOKS.receivedThoughNotShipped).as("cases of lot A at S34").hasSize(32);
    }

    @Test
    void every_cup_of_the_three_lots_is_somewhere() {
        closes(WORLD.story().lotA, LujiangStory.CUPS_A);
        closes(WORLD.story().lotB, LujiangStory.CUPS_B);
        closes(WORLD.story().lotC, LujiangStory.BOTTLES_C);
        assertThat(BOOKS.returned(WORLD.story().lotA.uri())).isEqualTo(LujiangMarket.RETURNED_CUPS);
    }

    private static void closes(Batch lot, int made) {
        Map<String, Integer> whereabouts = BOOKS.whereabouts(lot.uri());
        assertThat(BOOKS.items(lot.uri())).isEqualTo(made);
        assertThat(BOOKS.packed(lot.uri())).isEqualTo(made);
        assertThat(whereabouts.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(made);
        int inShops = WORLD.lujiang().shops.stream()
                .mapToInt(shop -> whereabouts.getOrDefault(shop.uri(), 0))
                .sum();
        int withWholesalers = Stream.of(WORLD.lujiang().w1, WORLD.lujiang().w2)
                .mapToInt(wholesaler -> whereabouts.getOrDefault(wholesaler.uri(), 0))
                .sum();
        assertThat(inShops).isEqualTo(WORLD.market().inShops(lot));
        assertThat(BOOKS.sold(lot.uri()) + inShops + withWholesalers).isEqualTo(made);
    }

    @Test
    void the_milk_of_the_tanks_is_used_up_to_the_last_kilogram() {
        Map<String, BigDecimal> left = BOOKS.left();
        assertThat(left.get(WORLD.story().inTank1.uri())).isEqualByComparingTo("0");
        assertThat(left.get(WORLD.story().inTank2.uri())).isEqualByComparingTo("0");
        assertThat(left.get(WORLD.story().milk2.uri())).isEqualByComparingTo("0");
        assertThat(left.values()).as("nobody uses more than there is").allMatch(amount -> amount.signum() >= 0);
    }

    @Test
    void the_world_is_as_large_as_promised() {
        long items = WORLD.chronicle().all().stream()
                .mapToLong(Telegraph::identifiers)
                .sum();
        assertThat(items).isGreaterThan(300_000);
        assertThat(WORLD.cast().businesses()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(WORLD.cast().premises()).hasSizeGreaterThanOrEqualTo(240);
    }

    @Test
    void told_again_it_is_the_same_world() {
        World again = new World.Stage(World.Size.FULL).play(new CountedCodes());
        assertThat(again.chronicle().all()).isEqualTo(WORLD.chronicle().all());
    }

    @Test
    void the_golden_incident_is_told_alike_with_and_without_the_world_around_it() {
        World golden = new World.Stage(World.Size.GOLDEN).play(new CountedCodes());
        Set<String> told = ids(WORLD);
        assertThat(ids(golden)).isSubsetOf(told).hasSizeLessThan(told.size());
    }

    private static Set<String> ids(World world) {
        return world.chronicle().all().stream()
                .map(event -> event.eventID().orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void every_event_has_an_id_of_its_own() {
        List<EpcisEvent> told = WORLD.chronicle().all();
        long declarations = told.stream()
                .filter(event -> event.errorDeclaration().isPresent())
                .count();
        assertThat(declarations).isEqualTo(1);
        assertThat(ids(WORLD)).hasSize(told.size() - 1);
    }

    @Test
    void every_number_is_right_and_stands_for_nobody() {
        for (Business business : WORLD.cast().businesses()) {
            assertThat(business.companyPrefix()).startsWith("952");
            for (String number : Arrays.asList(business.productionLicence(), business.operationLicence())) {
                if (number != null) {
                    assertThat(FoodLicence.read(number))
                            .isEqualTo(new Checked.Sound<>(soundLicence(number), List.of()));
                }
            }
            if (business.uscc() != null) {
                assertThat(UnifiedSocialCreditCode.read(business.uscc()))
                        .isEqualTo(new Checked.Sound<>(new UnifiedSocialCreditCode(business.uscc()), List.of()));
            }
        }
        WORLD.cast().premises().forEach(premises -> Gln.of(premises.gln()));
        WORLD.cast().goods().forEach(goods -> Gtin.of(goods.gtin()));
        Set<String> places = new HashSet<>();
        WORLD.cast()
                .premises()
                .forEach(premises -> assertThat(places.add(premises.uri())).isTrue());
        Set<String> names = new HashSet<>();
        WORLD.cast()
                .businesses()
                .forEach(business -> assertThat(names.add(business.nameZh()))
                        .as(business.nameZh())
                        .isTrue());
    }

    private static FoodLicence soundLicence(String number) {
        return new FoodLicence(FoodLicence.Kind.valueOf(number.substring(0, 2)), number);
    }
}
