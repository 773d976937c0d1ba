package org.suyuan.codes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.desk.Tasks;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

/** Reading one signal and judging it (R1.5, R1.7). */
@Component
public class SignalDesk {
    static final int REASON_LENGTH_MAX = 2_000;
    static final int LEGAL_BASIS_LENGTH_MAX = 500;
    /** Other signals shown beside one. */
    static final int OTHERS_MAX = 20;

    private final Signals signals;
    private final VerificationRecorder recorder;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final Clock clock;

    SignalDesk(Signals signals, VerificationRecorder recorder, Tasks tasks, AuditTrail audit, Clock clock) {
        this.signals = signals;
        this.recorder = recorder;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A signal with its story.
     *
     * @param others signals of the same subject
     */
    public record Story(Signal signal, Optional<Assessment> assessment, List<Signal> others) {}

    /** What an officer concludes. */
    public record Judgement(
            Assessment.Conclusion conclusion,
            String reason,
            @Nullable String legalBasis) {
        public Judgement {
            reason = reason.strip();
            check("/reason", reason, 1, REASON_LENGTH_MAX);
            if (legalBasis != null) {
                check("/legalBasis", legalBasis, 1, LEGAL_BASIS_LENGTH_MAX);
            }
        }

        private static void check(String pointer, String text, int min, int max) {
            if (text.length() < min || text.length() > max) {
                throw InvalidInput.of(pointer, text, "size", "expected: " + min + " … " + max + " characters");
            }
        }
    }

    /** Empty for a signal outside the scope. */
    public Optional<Story> find(Actor actor, SignalId id) {
        actor.require(Permission.SIGNALS_READ);
        return signals.find(actor.scope(), id).map(signal -> story(actor, signal));
    }

    private Story story(Actor actor, Signal signal) {
        return new Story(signal, signals.assessment(signal.id()), signals.others(actor.scope(), signal, OTHERS_MAX));
    }

    /** Why the actor cannot judge the signal now; empty if he can. */
    public Optional<CodesProblem> refusal(Actor actor, Signal signal) {
        if (!signal.open()) {
            return Optional.of(CodesProblem.SIGNAL_ASSESSED);
        }
        return mayAssess(actor) ? Optional.empty() : Optional.of(CodesProblem.SIGNAL_NEEDS_ASSESSOR);
    }

    /** Nobody judges what is held against himself: an operator's people never do, whatever their role says (R3.88). */
    private static boolean mayAssess(Actor actor) {
        return actor.may(Permission.SIGNALS_ASSESS) && !(actor.scope() instanceof Scope.OwnOperator);
    }

    /**
     * Judges a signal and closes its task. Confirmed, the warning on a copied code stays; harmless, the checks made until
     * now suspect nothing any more, and only later ones can raise suspicion again.
     *
     * @param precondition sees the current state, which stays locked until the decision is kept; throws to refuse
     * @return empty for a signal outside the scope
     */
    @Transactional
    public Optional<Story> assess(Actor actor, SignalId id, Consumer<Signal> precondition, Judgement judgement) {
        actor.require(Permission.SIGNALS_READ);
        if (!mayAssess(actor)) {
            throw new AccessRefused(Permission.SIGNALS_ASSESS);
        }
        Signal signal = signals.lock(actor.scope(), id).orElse(null);
        if (signal == null) {
            return Optional.empty();
        }
        precondition.accept(signal);
        if (!signal.open()) {
            throw new Problem(CodesProblem.SIGNAL_ASSESSED, "signal " + id + " is " + signal.status());
        }
        Instant now = clock.instant();
        signals.assess(
                id,
                new Assessment(
                        judgement.conclusion(),
                        judgement.reason(),
                        judgement.legalBasis(),
                        now,
                        actor.id(),
                        actor.name(),
                        capacity(actor)));
        if (judgement.conclusion() == Assessment.Conclusion.HARMLESS && signal.kind() == SignalKind.COPIED_CODE) {
            recorder.foundHarmless(signal.subject(), now);
        }
        tasks.done(SignalTasks.kindOf(signal.kind()), SignalTasks.SUBJECT, id.toString(), actor, judgement.reason());
        audit.decided(actor, deed(signal, judgement));
        return signals.find(actor.scope(), id).map(assessed -> story(actor, assessed));
    }

    private static Deed deed(Signal signal, Judgement judgement) {
        Subject subject = new Subject(
                "signal", signal.id().toString(), signal.subject(), null, signal.operator(), signal.regionPath());
        return Deed.of(
                        "codes.signal.assessed",
                        subject,
                        Map.of("conclusion", judgement.conclusion().name()))
                .because(judgement.reason(), judgement.legalBasis());
    }

    private static @Nullable String capacity(Actor actor) {
        Capacity capacity = actor.capacity();
        if (capacity == null) {
            return null;
        }
        String own = capacity.organisationName() + " " + capacity.title();
        return capacity.behalfOf() == null
                ? own
                : own + " (代 " + capacity.behalfOf().name() + ")";
    }
}
