package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.suyuan.codes.Verdict.Withdrawn.Kind;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.epcis.gs1.Sscc;
import org.suyuan.epcis.unit.SupervisionCode;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.registry.Product;

/** What people are told when they check a code (R1.4, standards a8). */
class VerificationsTest {
    private static CodesWorld world = CodesWorld.fresh();

    private final Instant made = world.clock.instant().minus(Duration.ofDays(5));

    @BeforeAll
    static void open() {
        world.clock.advance(Duration.ofDays(1));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void a_commissioned_code_is_genuine_and_the_first_to_check_it_is_told_so() {
        Item item = commissioned();
        VerificationAnswer first = check(item);
        assertThat(first.verdict()).isEqualTo(new Verdict.Genuine(true));
        assertThat(first.facts().checks()).isEqualTo(1);
        assertThat(first.facts().firstCheckedAt()).contains(world.clock.instant());
        assertThat(first.facts().product().orElseThrow().nameZh()).isEqualTo("纯牛奶 250 mL");
        assertThat(first.facts().producer().orElseThrow().nameZh()).startsWith("青禾乳业");
        assertThat(first.facts().lot()).contains("L20260901");
        assertThat(first.facts().productionDate()).contains(LocalDate.parse("2026-09-01"));
        assertThat(first.facts().bestBefore()).contains(LocalDate.parse("2026-10-01"));
        assertThat(first.facts().past()).isFalse();
        VerificationAnswer second = check(item);
        assertThat(second.verdict()).isEqualTo(new Verdict.Genuine(false));
        assertThat(second.facts().checks()).isEqualTo(2);
    }

    @Test
    void who_reloads_the_page_or_changes_its_language_stays_the_first_to_check_even_after_it_is_written() {
        Item item = commissioned();
        Verifications verifications = world.get(Verifications.class);
        Instant now = world.clock.instant();
        verifications.verify(item.text(), Sources.phone("buyer"), now);
        world.settle();
        verifications.verify(item.text(), Sources.phone("neighbour"), now.plusSeconds(30));
        VerificationAnswer again = verifications.verify(item.text(), Sources.phone("buyer"), now.plusSeconds(60));
        assertThat(again.verdict()).isEqualTo(new Verdict.Genuine(true));
        assertThat(again.facts().checks()).isEqualTo(1);
        world.settle();
        assertThat(check(item).facts().checks()).isEqualTo(3);
        VerificationAnswer nextHour =
                verifications.verify(item.text(), Sources.phone("buyer"), now.plus(Duration.ofHours(1)));
        assertThat(nextHour.verdict()).isEqualTo(new Verdict.Genuine(false));
        assertThat(nextHour.facts().checks()).isEqualTo(4);
    }

    @Test
    void all_spellings_of_a_code_are_one_item_with_one_count() {
        Item item = commissioned();
        String gtin = item.gtin().value();
        world.verify("https://suyuan.example/01/" + gtin + "/21/" + item.serial(), Sources.unknown());
        world.verify("(01)" + gtin + "(21)" + item.serial(), Sources.unknown());
        world.verify(gtin.substring(1) + " " + item.serial(), Sources.unknown());
        assertThat(check(item).facts().checks()).isEqualTo(4);
    }

    @Test
    void a_supervision_code_is_verified_like_a_serial() {
        Product product = world.product();
        String code = world.code(world.issue(product, CodeKind.SUPERVISION, 100), 3);
        world.stories.commissioned(new TraceUnit.SupervisedItem(new SupervisionCode(code)), made, null);
        VerificationAnswer answer = world.verify(code, Sources.unknown());
        assertThat(answer.verdict()).isEqualTo(new Verdict.Genuine(true));
        assertThat(answer.facts().product().orElseThrow().id()).isEqualTo(product.id());
    }

    @Test
    void a_serial_that_looks_like_ours_but_was_never_issued_is_probably_counterfeit() {
        Item item = commissioned();
        String neverIssued = world.get(IssuedSeries.class)
                .find(item.batch().series())
                .orElseThrow()
                .code(item.batch().quantity() + 5);
        VerificationAnswer answer =
                world.verify("(01)" + item.gtin().value() + "(21)" + neverIssued, Sources.unknown());
        assertThat(answer.verdict()).isEqualTo(new Verdict.NotIssuedHere(Verdict.NotIssuedHere.Reason.NEVER_ISSUED));
        assertThat(answer.facts()).isEqualTo(VerificationAnswer.Facts.NONE);
    }

    @Test
    void wrong_check_digits_of_a_supervision_code_are_not_ours() {
        String code = world.code(world.issue(world.product(), CodeKind.SUPERVISION, 100), 3);
        String wrong = code.substring(0, 19) + (code.charAt(19) == '9' ? '0' : (char) (code.charAt(19) + 1));
        assertThat(world.verify(wrong, Sources.unknown()).verdict())
                .isEqualTo(new Verdict.NotIssuedHere(Verdict.NotIssuedHere.Reason.WRONG_CHECK_DIGITS));
    }

    @Test
    void a_mistyped_code_names_the_rule_that_it_breaks() {
        assertThat(world.verify("(01)06901234567893(21)7", Sources.unknown()).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Malformed.class,
                        malformed -> assertThat(malformed.rule()).isEqualTo(Rule.CHECK_DIGIT));
    }

    @Test
    void a_code_that_no_producer_put_on_an_item_is_not_yet_commissioned() {
        Item item = issued();
        world.stories.happened(item.unit(), made, "encoding", "encoded");
        assertThat(check(item).verdict()).isEqualTo(new Verdict.NotYetCommissioned());
    }

    @Test
    void a_recalled_item_is_called_recalled_although_it_was_sold_and_copied_as_well() {
        Item item = commissioned();
        world.stories.happened(item.unit(), made.plusSeconds(60), "retail_selling", "retail_sold");
        Instant recall = made.plus(Duration.ofDays(2));
        world.stories.happened(item.unit(), recall, "inspecting", "recalled");
        world.verify(item.text(), Sources.in(Sources.XIAMEN));
        VerificationAnswer answer = world.verify(item.text(), Sources.in(Sources.NANJING));
        assertThat(answer.verdict()).isInstanceOfSatisfying(Verdict.Withdrawn.class, withdrawn -> {
            assertThat(withdrawn.kind()).isEqualTo(Kind.RECALLED);
            assertThat(withdrawn.since()).isEqualTo(recall);
        });
        assertThat(answer.further())
                .extracting(Verdict::code)
                .containsExactly(VerdictCode.SUSPICIOUS, VerdictCode.ALREADY_SOLD);
    }

    @Test
    void an_item_is_recalled_when_its_lot_is() {
        Item item = commissioned();
        TraceUnit lot = new TraceUnit.Lot(item.gtin(), "L20260901");
        world.stories.happened(lot, made.plusSeconds(9), "holding", "recalled");
        assertThat(check(item).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Withdrawn.class,
                        withdrawn -> assertThat(withdrawn.via()).isEqualTo(lot.uri()));
    }

    @Test
    void an_item_is_destroyed_when_the_case_it_is_in_is() {
        Item item = commissioned();
        TraceUnit box = new TraceUnit.LogisticUnit(new Sscc("069012345678901238"));
        world.stories.happenedTo(item.unit(), box, made.plusSeconds(9), "destroying", "destroyed");
        assertThat(check(item).verdict()).isInstanceOfSatisfying(Verdict.Withdrawn.class, withdrawn -> {
            assertThat(withdrawn.kind()).isEqualTo(Kind.DESTROYED);
            assertThat(withdrawn.via()).isEqualTo(box.uri());
        });
    }

    @Test
    void a_case_that_is_unpacked_says_nothing_against_its_items() {
        Item item = commissioned();
        TraceUnit box = new TraceUnit.LogisticUnit(new Sscc("069012345678901238"));
        world.stories.happenedTo(item.unit(), box, made.plusSeconds(9), "decommissioning", "inactive");
        assertThat(check(item).verdict()).isEqualTo(new Verdict.Genuine(true));
    }

    @Test
    void an_item_stays_recalled_on_its_way_back_until_somebody_releases_it() {
        Item item = commissioned();
        world.stories.happened(item.unit(), made.plusSeconds(10), "holding", "recalled");
        world.stories.happened(item.unit(), made.plusSeconds(20), "shipping", "in_transit");
        assertThat(check(item).verdict().code()).isEqualTo(VerdictCode.WITHDRAWN);
        world.stories.happened(item.unit(), made.plusSeconds(30), "inspecting", "conformant");
        assertThat(check(item).verdict()).isEqualTo(new Verdict.Genuine(false));
    }

    @Test
    void an_item_that_was_used_up_cannot_be_in_anybodys_hand() {
        Item item = commissioned();
        world.stories.usedUp(item.unit(), made.plusSeconds(10));
        world.stories.happened(item.unit(), made.plusSeconds(30), "stocking", "sellable_accessible");
        assertThat(check(item).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Withdrawn.class,
                        withdrawn -> assertThat(withdrawn.kind()).isEqualTo(Kind.CONSUMED));
    }

    @Test
    void who_bought_an_item_today_hears_genuine_and_who_checks_it_later_hears_sold() {
        Item item = commissioned();
        Instant sale = world.clock.instant().minus(Duration.ofHours(3));
        world.stories.happened(item.unit(), sale, "retail_selling", "retail_sold");
        assertThat(check(item).verdict()).isEqualTo(new Verdict.Genuine(true));
        VerificationAnswer later =
                world.get(Verifications.class).verify(item.text(), Sources.unknown(), sale.plus(Duration.ofHours(25)));
        assertThat(later.verdict()).isEqualTo(new Verdict.AlreadySold(sale, ToldStories.SHOP));
    }

    @Test
    void a_returned_item_may_be_sold_again() {
        Item item = commissioned();
        world.stories.happened(item.unit(), made.plusSeconds(10), "retail_selling", "retail_sold");
        world.stories.happened(item.unit(), made.plusSeconds(20), "receiving", "returned");
        assertThat(check(item).verdict()).isEqualTo(new Verdict.Genuine(true));
    }

    @Test
    void a_code_checked_nine_hundred_kilometres_apart_within_forty_minutes_is_on_two_items() {
        Item item = commissioned();
        Verifications verifications = world.get(Verifications.class);
        Instant now = world.clock.instant();
        assertThat(verifications
                        .verify(item.text(), Sources.in(Sources.XIAMEN), now)
                        .verdict())
                .isEqualTo(new Verdict.Genuine(true));
        VerificationAnswer answer =
                verifications.verify(item.text(), Sources.in(Sources.NANJING), now.plus(Duration.ofMinutes(40)));
        assertThat(answer.verdict()).isInstanceOfSatisfying(Verdict.Suspicious.class, suspicious -> {
            assertThat(suspicious.suspicion()).isInstanceOfSatisfying(Suspicion.TooFarApart.class, apart -> {
                assertThat(apart.kilometres()).isBetween(800L, 900L);
                assertThat(apart.between()).isEqualTo(Duration.ofMinutes(40));
            });
        });
        world.settle();
        assertThat(check(item).verdict().code()).isEqualTo(VerdictCode.SUSPICIOUS);
    }

    @Test
    void a_code_carried_from_town_to_town_is_not_suspicious() {
        Item item = commissioned();
        Verifications verifications = world.get(Verifications.class);
        Instant now = world.clock.instant();
        verifications.verify(item.text(), Sources.in(Sources.XIAMEN), now);
        verifications.verify(item.text(), Sources.in(Sources.ZHANGZHOU), now.plusSeconds(60));
        assertThat(verifications
                        .verify(item.text(), Sources.in(Sources.NANJING), now.plus(Duration.ofHours(2)))
                        .verdict())
                .isEqualTo(new Verdict.Genuine(false));
    }

    @Test
    void a_code_checked_by_a_dozen_different_people_in_a_day_is_suspicious_but_by_one_person_often_is_not() {
        Item often = commissioned();
        for (int i = 0; i < 30; i++) {
            world.verify(often.text(), Sources.phone("one"));
        }
        assertThat(check(often).verdict()).isEqualTo(new Verdict.Genuine(false));
        Item copied = commissioned();
        for (int i = 0; i < 11; i++) {
            assertThat(world.verify(copied.text(), Sources.phone("person " + i))
                            .verdict()
                            .code())
                    .isEqualTo(VerdictCode.GENUINE);
        }
        VerificationAnswer answer = world.verify(copied.text(), Sources.phone("person 11"));
        assertThat(answer.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Suspicious.class,
                        suspicious -> assertThat(suspicious.suspicion())
                                .isEqualTo(new Suspicion.TooOften(world.clock.instant(), 12, Duration.ofHours(72))));
    }

    @Test
    void a_lot_code_on_a_thousand_packages_is_recorded_but_never_suspicious() {
        Product product = world.product();
        TraceUnit lot = new TraceUnit.Lot(Objects.requireNonNull(product.gtin()), "L7");
        world.stories.commissioned(lot, made, null);
        for (int i = 0; i < 20; i++) {
            world.verify(lot.uri(), Sources.phone("person " + i));
        }
        world.verify(lot.uri(), Sources.in(Sources.XIAMEN));
        assertThat(world.verify(lot.uri(), Sources.in(Sources.NANJING)).verdict())
                .isEqualTo(new Verdict.Recorded(Verdict.Recorded.Of.LOT));
    }

    @Test
    void a_serial_of_the_makers_own_numbering_is_recorded_when_its_events_are_known_and_else_unknown() {
        Gtin gtin = Objects.requireNonNull(world.product().gtin());
        TraceUnit known = new TraceUnit.Item(gtin, "B-000017");
        world.stories.commissioned(known, made, null);
        assertThat(world.verify(known.uri(), Sources.unknown()).verdict())
                .isEqualTo(new Verdict.Recorded(Verdict.Recorded.Of.FOREIGN_ITEM));
        VerificationAnswer unknown = world.verify(new TraceUnit.Item(gtin, "B-000018").uri(), Sources.unknown());
        assertThat(unknown.verdict()).isEqualTo(new Verdict.NotIssuedHere(Verdict.NotIssuedHere.Reason.NO_RECORD));
        assertThat(unknown.facts().product()).isPresent();
    }

    @Test
    void a_product_bar_code_tells_the_product_and_no_more() {
        Gtin gtin = Objects.requireNonNull(world.product().gtin());
        assertThat(world.verify(gtin.value(), Sources.unknown()).verdict())
                .isEqualTo(new Verdict.Recorded(Verdict.Recorded.Of.PRODUCT));
    }

    private static VerificationAnswer check(Item item) {
        return world.verify(item.text(), Sources.unknown());
    }

    private Item commissioned() {
        Item item = issued();
        world.stories.commissioned(item.unit(), made, new TraceUnit.Lot(item.gtin(), "L20260901"));
        return item;
    }

    private static Item issued() {
        Product product = world.product();
        CodeBatch batch = world.issue(product, CodeKind.GS1_SERIAL, 1_000);
        return new Item(Objects.requireNonNull(product.gtin()), world.code(batch, 5), batch);
    }

    private record Item(Gtin gtin, String serial, CodeBatch batch) {
        TraceUnit unit() {
            return new TraceUnit.Item(gtin, serial);
        }

        String text() {
            return unit().uri();
        }
    }
}
