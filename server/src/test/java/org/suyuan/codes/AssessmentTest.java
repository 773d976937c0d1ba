package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suyuan.desk.Inbox;
import org.suyuan.desk.Link;
import org.suyuan.desk.Task;
import org.suyuan.desk.TaskFilter;
import org.suyuan.desk.TaskState;
import org.suyuan.registry.Product;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** What becomes of a signal (R1.5, R1.7): a task, a judgement by an officer of the place, and what follows from it. */
class AssessmentTest {
    private static final PageRequest PAGE = new PageRequest(100, null, false);
    private static final CodesWorld WORLD = CodesWorld.fresh();
    private static final Actor NANJING = CodesWorld.actor(new Scope.Jurisdiction("/32/3201/"));
    private static final Actor BEIJING = CodesWorld.actor(new Scope.Jurisdiction("/11/"));

    private final SignalDesk desk = WORLD.get(SignalDesk.class);
    private final Inbox inbox = WORLD.get(Inbox.class);

    private Product product = WORLD.product();
    private String code = "";
    private Signal signal = copied();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noDeeds() {
        WORLD.get(CodesWorld.Trail.class).deeds.clear();
    }

    @Test
    void a_signal_is_a_task_of_its_place_until_it_is_judged() {
        Task task = task();
        assertThat(task.kind()).isEqualTo("codes.copied-code");
        assertThat(task.regionPath()).isEqualTo("/32/3201/");
        assertThat(task.subject().title()).contains(product.nameZh());
        assertThat(inbox.find(BEIJING, task.id())).isEmpty();

        SignalDesk.Story story =
                desk.assess(NANJING, signal.id(), s -> {}, confirmed()).orElseThrow();
        assertThat(story.signal().status()).isEqualTo(SignalStatus.CONFIRMED);
        assertThat(story.assessment().orElseThrow().reason()).isEqualTo("两地实物均在");
        assertThat(inbox.find(NANJING, task.id()).orElseThrow().state()).isEqualTo(TaskState.DONE);
        assertThat(WORLD.get(CodesWorld.Trail.class).deeds)
                .extracting(deed -> deed.action() + " " + deed.facts().get("conclusion"))
                .containsExactly("codes.signal.assessed CONFIRMED");
        assertThatThrownBy(() -> desk.assess(NANJING, signal.id(), s -> {}, harmless()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(CodesProblem.SIGNAL_ASSESSED));
    }

    @Test
    void a_confirmed_copy_keeps_its_warning_and_is_no_news_when_seen_again() {
        desk.assess(NANJING, signal.id(), s -> {}, confirmed());
        assertThat(verdicts()).contains(VerdictCode.SUSPICIOUS);
        WORLD.settle();
        Signal after = desk.find(NANJING, signal.id()).orElseThrow().signal();
        assertThat(after.count()).isEqualTo(signal.count() + 1);
        assertThat(WORLD.get(HeardSignals.class).of(signal.subject())).hasSize(1);
    }

    @Test
    void found_harmless_the_checks_until_then_suspect_nothing_and_later_ones_may() {
        desk.assess(NANJING, signal.id(), s -> {}, harmless());
        assertThat(verdicts()).doesNotContain(VerdictCode.SUSPICIOUS);
        // An hour before the judgement, told after it.
        WORLD.get(ReportedChecks.class)
                .add(
                        CodesWorld.STATE,
                        new ReportedCheck(
                                code,
                                WORLD.clock.instant().minus(Duration.ofHours(1)),
                                Channel.PHONE,
                                Sources.NANJING));
        assertThat(verdicts()).doesNotContain(VerdictCode.SUSPICIOUS);
        WORLD.settle();
        assertThat(WORLD.get(HeardSignals.class).of(signal.subject())).hasSize(1);

        WORLD.clock.advance(Duration.ofHours(3));
        WORLD.verify(code, Sources.in(Sources.XIAMEN));
        WORLD.clock.advance(Duration.ofMinutes(5));
        assertThat(WORLD.verify(code, Sources.in(Sources.NANJING)).further())
                .extracting(Verdict::code)
                .contains(VerdictCode.SUSPICIOUS);
        WORLD.settle();
        List<CounterfeitSignal> heard = WORLD.get(HeardSignals.class).of(signal.subject());
        assertThat(heard).hasSize(2);
        assertThat(desk.find(NANJING, heard.getLast().id()).orElseThrow().others())
                .extracting(Signal::id)
                .containsExactly(signal.id());
    }

    @Test
    void a_judgement_made_before_the_checks_are_written_lifts_what_waits_in_memory_too() {
        WORLD.clock.advance(Duration.ofMinutes(1));
        WORLD.verify(code, Sources.in(Sources.XIAMEN));
        desk.assess(NANJING, signal.id(), s -> {}, harmless());
        assertThat(verdicts()).doesNotContain(VerdictCode.SUSPICIOUS);
        WORLD.settle();
        assertThat(verdicts()).doesNotContain(VerdictCode.SUSPICIOUS);
    }

    @Test
    void only_an_authority_that_answers_for_the_place_judges() {
        Actor administrator = CodesWorld.actor(new Scope.Nothing(), Set.of(Permission.ACCESS_ADMINISTER));
        assertThatThrownBy(() -> desk.find(administrator, signal.id())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> desk.assess(administrator, signal.id(), s -> {}, harmless()))
                .isInstanceOf(AccessRefused.class);
        Actor maker = CodesWorld.actor(new Scope.OwnOperator(Objects.requireNonNull(signal.operator())));
        assertThat(desk.find(maker, signal.id())).isPresent();
        assertThat(desk.refusal(maker, signal)).contains(CodesProblem.SIGNAL_NEEDS_ASSESSOR);
        assertThatThrownBy(() -> desk.assess(maker, signal.id(), s -> {}, harmless()))
                .isInstanceOf(AccessRefused.class);
        Actor reader = CodesWorld.actor(NANJING.scope(), Set.of(Permission.SIGNALS_READ));
        assertThatThrownBy(() -> desk.assess(reader, signal.id(), s -> {}, harmless()))
                .isInstanceOf(AccessRefused.class);
        assertThat(desk.find(BEIJING, signal.id())).isEmpty();
        assertThat(desk.assess(BEIJING, signal.id(), s -> {}, harmless())).isEmpty();
        assertThat(desk.find(NANJING, signal.id()).orElseThrow().signal().open())
                .isTrue();
    }

    @Test
    void a_judgement_needs_a_reason() {
        assertThatThrownBy(() -> new SignalDesk.Judgement(Assessment.Conclusion.HARMLESS, "  ", null))
                .isInstanceOf(InvalidInput.class);
    }

    private static SignalDesk.Judgement confirmed() {
        return new SignalDesk.Judgement(Assessment.Conclusion.CONFIRMED, "两地实物均在", "食品安全法 §124");
    }

    private static SignalDesk.Judgement harmless() {
        return new SignalDesk.Judgement(Assessment.Conclusion.HARMLESS, "同一人乘机往返", null);
    }

    private Signal copied() {
        CodeBatch batch = WORLD.issue(product, CodeKind.GS1_SERIAL, 10);
        code = "(01)" + Objects.requireNonNull(product.gtin()).value() + "(21)" + WORLD.code(batch, 0);
        WORLD.clock.advance(Duration.ofDays(1));
        WORLD.verify(code, Sources.in(Sources.XIAMEN));
        WORLD.clock.advance(Duration.ofMinutes(5));
        VerificationAnswer answer = WORLD.verify(code, Sources.in(Sources.NANJING));
        WORLD.settle();
        String unit = Objects.requireNonNull(answer.unit()).uri();
        WORLD.clock.advance(Duration.ofHours(2));
        SignalId id = WORLD.get(HeardSignals.class).of(unit).getFirst().id();
        return WORLD.get(Signals.class).find(new Scope.Everything(), id).orElseThrow();
    }

    private Task task() {
        TaskFilter about = new TaskFilter(
                TaskFilter.Whose.ALL,
                null,
                null,
                null,
                new Link("signal", signal.id().toString(), ""));
        return inbox.list(NANJING, about, PAGE).items().getFirst();
    }

    private List<VerdictCode> verdicts() {
        return WORLD.verify(code, Sources.unknown()).further().stream()
                .map(Verdict::code)
                .toList();
    }
}
