package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.suyuan.registry.Operator;
import org.suyuan.registry.Product;
import org.suyuan.registry.RegionCode;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.TooManyRequests;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

/** What enforcement hears of counterfeits (R1.5, R1.7), and who may go on guessing. */
class CounterfeitSignalsTest {
    private static final PageRequest PAGE = new PageRequest(100, null, false);
    private static CodesWorld world = CodesWorld.fresh();

    @BeforeAll
    static void listen() {
        world.get(HeardSignals.class).clear();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void a_source_that_guesses_has_to_wait_and_is_reported_while_others_go_on() {
        Product product = world.product();
        CodeBatch batch = world.issue(product, CodeKind.GS1_SERIAL, 10);
        Source guesser = Sources.phone("guesser");
        for (int i = 0; i < 20; i++) {
            assertThat(world.verify(invented(product, i), guesser).verdict().code())
                    .isEqualTo(VerdictCode.NOT_ISSUED_HERE);
        }
        assertThatThrownBy(() -> world.verify(invented(product, 21), guesser))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        wait -> assertThat(wait.retryAfterSeconds()).isEqualTo(60));
        String real = "(01)" + gtin(product) + "(21)" + world.code(batch, 0);
        assertThatThrownBy(() -> world.verify(real, guesser)).isInstanceOf(TooManyRequests.class);
        assertThat(world.verify(real, Sources.phone("neighbour")).verdict().code())
                .isEqualTo(VerdictCode.NOT_YET_COMMISSIONED);
        world.settle();
        Signal signal = signal(SignalKind.GUESSING, "guesser");
        assertThat(signal.count()).isEqualTo(2);
        assertThat(world.get(HeardSignals.class).of("guesser")).hasSize(1);
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.verify(real, guesser).verdict().code()).isEqualTo(VerdictCode.NOT_YET_COMMISSIONED);
    }

    @Test
    void codes_never_issued_make_one_signal_of_their_product_with_examples() {
        Product product = world.product();
        world.issue(product, CodeKind.GS1_SERIAL, 10);
        for (int i = 0; i < 5; i++) {
            world.verify(invented(product, i), Sources.in(Sources.XIAMEN));
        }
        world.settle();
        world.verify(invented(product, 9), Sources.unknown());
        world.settle();
        Signal signal = signal(SignalKind.UNISSUED_CODE, gtin(product));
        assertThat(signal.count()).isEqualTo(6);
        assertThat(signal.product()).isEqualTo(product.id());
        assertThat(signal.operator()).isEqualTo(product.operator());
        assertThat(signal.evidence()).containsKey("codes");
        List<CounterfeitSignal> heard = world.get(HeardSignals.class).of(gtin(product));
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().region()).isEqualTo(new RegionCode("3502"));
    }

    @Test
    void a_copied_code_is_seen_by_the_office_of_the_place_and_by_the_operator_but_by_no_other() {
        Operator operator = world.operator("350206");
        Product product = world.product(operator, CodesWorld.nextGtin());
        CodeBatch batch = world.issue(product, CodeKind.GS1_SERIAL, 10);
        String code = "(01)" + gtin(product) + "(21)" + world.code(batch, 0);
        world.verify(code, Sources.in(Sources.XIAMEN));
        VerificationAnswer answer = world.verify(code, Sources.in(Sources.NANJING));
        world.settle();
        String unit = Objects.requireNonNull(answer.unit()).uri();
        VerificationHistory history = world.get(VerificationHistory.class);
        Actor nanjing = CodesWorld.actor(new Scope.Jurisdiction("/32/3201/"));
        Actor own = CodesWorld.actor(new Scope.OwnOperator(operator.id()));
        Actor beijing = CodesWorld.actor(new Scope.Jurisdiction("/11/"));
        SignalFilter copied = new SignalFilter(SignalKind.COPIED_CODE, true);
        assertThat(history.signals(nanjing, copied, PAGE).items())
                .extracting(Signal::subject)
                .contains(unit);
        assertThat(history.signals(own, copied, PAGE).items())
                .extracting(Signal::subject)
                .containsExactly(unit);
        assertThat(history.signals(beijing, copied, PAGE).items()).isEmpty();
        assertThat(history.of(own, Objects.requireNonNull(answer.unit()), PAGE)
                        .orElseThrow()
                        .items())
                .hasSize(2);
        assertThat(history.of(beijing, Objects.requireNonNull(answer.unit()), PAGE))
                .isEmpty();
    }

    @Test
    void checks_by_telephone_told_in_the_evening_show_a_copied_code_as_well() {
        Product product = world.product();
        CodeBatch batch = world.issue(product, CodeKind.SUPERVISION, 10);
        String code = world.code(batch, 0);
        Instant noon = world.clock.instant().minus(Duration.ofHours(8));
        ReportedChecks reported = world.get(ReportedChecks.class);
        reported.add(CodesWorld.STATE, new ReportedCheck(code, noon, Channel.PHONE, Sources.XIAMEN));
        reported.add(
                CodesWorld.STATE,
                new ReportedCheck(code, noon.plus(Duration.ofMinutes(40)), Channel.TERMINAL, Sources.NANJING));
        VerificationAnswer now = world.verify(code, Sources.unknown());
        assertThat(now.further()).extracting(Verdict::code).contains(VerdictCode.SUSPICIOUS);
        assertThat(now.facts().checks()).isEqualTo(3);
        assertThat(now.facts().firstCheckedAt()).contains(noon);
        world.settle();
        assertThat(signal(SignalKind.COPIED_CODE, "urn:suyuan:supervision:" + code)
                        .count())
                .isEqualTo(2);
        assertThatThrownBy(() -> reported.add(
                        CodesWorld.STATE,
                        new ReportedCheck(
                                code,
                                world.clock.instant().plus(Duration.ofHours(1)),
                                Channel.SMS,
                                CheckPlace.UNKNOWN)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/at");
    }

    @Test
    void a_check_told_late_that_shows_a_copy_between_two_checks_already_written_is_heard_of() {
        String unit = "https://id.gs1.org/01/" + gtin(world.product()) + "/21/LATE";
        Instant noon = world.clock.instant().minus(Duration.ofHours(8));
        ReportedChecks reported = world.get(ReportedChecks.class);
        reported.add(
                CodesWorld.STATE,
                new ReportedCheck(unit, noon.plus(Duration.ofMinutes(40)), Channel.PHONE, Sources.NANJING));
        world.settle();
        reported.add(CodesWorld.STATE, new ReportedCheck(unit, noon, Channel.SMS, Sources.XIAMEN));
        world.settle();
        assertThat(signal(SignalKind.COPIED_CODE, unit).count()).isEqualTo(1);
    }

    private static Signal signal(SignalKind kind, String subject) {
        return world
                .get(VerificationHistory.class)
                .signals(CodesWorld.STATE, new SignalFilter(kind, true), PAGE)
                .items()
                .stream()
                .filter(signal -> signal.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Of our shape, in a place of the permutation that ten issued codes hardly ever hit; the seed is the number. */
    private static String invented(Product product, int number) {
        return "(01)" + gtin(product) + "(21)10" + "%014d".formatted(number);
    }

    private static String gtin(Product product) {
        return Objects.requireNonNull(product.gtin()).value();
    }
}
