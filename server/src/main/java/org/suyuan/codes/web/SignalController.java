package org.suyuan.codes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.codes.Assessment;
import org.suyuan.codes.CodesProblem;
import org.suyuan.codes.Signal;
import org.suyuan.codes.SignalDesk;
import org.suyuan.codes.SignalFilter;
import org.suyuan.codes.SignalId;
import org.suyuan.codes.VerificationHistory;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

/** {@code /api/codes/signals}: what looks counterfeit. */
@RestController
@RequestMapping("/api/codes/signals")
@Tag(name = "codes: signals", description = "What looks counterfeit")
class SignalController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final VerificationHistory history;
    private final SignalDesk desk;
    private final MessageSource messages;

    SignalController(VerificationHistory history, SignalDesk desk, MessageSource messages) {
        this.history = history;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    @AuditedRead(action = "codes.signal.listed", kind = "signal")
    @Operation(summary = "The signals you may see, newest first")
    Page<SignalView> list(
            Actor actor, @ParameterObject SignalFilter filter, @ParameterObject PageRequest page, Locale locale) {
        Page<Signal> found = history.signals(actor, filter, page);
        return new Page<>(
                found.items().stream().map(signal -> view(signal, locale)).toList(),
                found.next(),
                found.total(),
                found.truncated());
    }

    record SignalView(
            String id,
            CodedName kind,
            String subject,
            boolean open,
            CodedName status,
            long count,
            OffsetDateTime firstSeen,
            OffsetDateTime lastSeen,
            Map<String, Object> evidence,
            @Nullable String product,
            @Nullable String operator) {}

    @GetMapping("/{id}")
    @AuditedRead(action = "codes.signal.read", kind = "signal", id = "id")
    @Operation(summary = "One signal, with its story, its ETag and whether you may judge it")
    ResponseEntity<SignalDetail> find(Actor actor, @PathVariable UUID id, Locale locale) {
        return answer(actor, desk.find(actor, new SignalId(id)), id, locale);
    }

    /** @param legalBasis clause cited, if any */
    record NewAssessment(
            Assessment.Conclusion conclusion,
            String reason,
            @Nullable String legalBasis) {}

    @PostMapping("/{id}/assessments")
    @Operation(summary = "Judge a signal: confirmed, or harmless; closes it and its task")
    ResponseEntity<SignalDetail> assess(
            Actor actor, @PathVariable UUID id, IfMatch ifMatch, @RequestBody NewAssessment body, Locale locale) {
        return answer(
                actor,
                desk.assess(
                        actor,
                        new SignalId(id),
                        current -> ifMatch.check(new Revision(current.revision())),
                        new SignalDesk.Judgement(body.conclusion(), body.reason(), body.legalBasis())),
                id,
                locale);
    }

    private ResponseEntity<SignalDetail> answer(Actor actor, Optional<SignalDesk.Story> found, UUID id, Locale locale) {
        SignalDesk.Story story = found.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "signal: " + id));
        return ResponseEntity.ok()
                .eTag(new Revision(story.signal().revision()).etag())
                .body(detail(actor, story, locale));
    }

    /**
     * @param history oldest first
     * @param others signals of the same code, product or source
     */
    record SignalDetail(
            SignalView signal,
            @Nullable AssessmentView assessment,
            List<Happening> history,
            List<SignalView> others,
            List<AllowedAction> allowedActions) {}

    record AssessmentView(
            CodedName conclusion,
            String reason,
            @Nullable String legalBasis,
            OffsetDateTime at,
            String by,
            @Nullable String capacity) {}

    /** @param by null where the platform saw it */
    record Happening(
            OffsetDateTime at, CodedName what, @Nullable String by) {}

    record AllowedAction(
            String action, boolean allowed, @Nullable String reason) {}

    private SignalDetail detail(Actor actor, SignalDesk.Story story, Locale locale) {
        Signal signal = story.signal();
        AssessmentView assessment =
                story.assessment().map(told -> assessment(told, locale)).orElse(null);
        List<Happening> history = new ArrayList<>();
        history.add(new Happening(time(signal.firstSeen()), happening("RAISED", locale), null));
        if (signal.count() > 1) {
            history.add(new Happening(time(signal.lastSeen()), happening("SEEN_AGAIN", locale), null));
        }
        if (assessment != null) {
            history.add(new Happening(assessment.at(), assessment.conclusion(), assessment.by()));
            history.sort(Comparator.comparing(Happening::at));
        }
        Optional<CodesProblem> refusal = desk.refusal(actor, signal);
        String reason = refusal.map(problem -> messages.getMessage(problem.titleKey(), null, locale))
                .orElse(null);
        return new SignalDetail(
                view(signal, locale),
                assessment,
                history,
                story.others().stream().map(other -> view(other, locale)).toList(),
                List.of(new AllowedAction("assess", refusal.isEmpty(), reason)));
    }

    private AssessmentView assessment(Assessment assessment, Locale locale) {
        String conclusion = assessment.conclusion().name();
        return new AssessmentView(
                new CodedName(conclusion, messages.getMessage("signal-status." + conclusion, null, locale)),
                assessment.reason(),
                assessment.legalBasis(),
                time(assessment.at()),
                assessment.by(),
                assessment.capacity());
    }

    private CodedName happening(String what, Locale locale) {
        return new CodedName(what, messages.getMessage("signal-history." + what, null, locale));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(ZONE).toOffsetDateTime();
    }

    private SignalView view(Signal signal, Locale locale) {
        String kind = signal.kind().name();
        String status = signal.status().name();
        return new SignalView(
                signal.id().toString(),
                new CodedName(kind, messages.getMessage("signal." + kind, null, locale)),
                signal.subject(),
                signal.open(),
                new CodedName(status, messages.getMessage("signal-status." + status, null, locale)),
                signal.count(),
                time(signal.firstSeen()),
                time(signal.lastSeen()),
                signal.evidence(),
                signal.product() == null ? null : signal.product().toString(),
                signal.operator() == null ? null : signal.operator().toString());
    }
}
