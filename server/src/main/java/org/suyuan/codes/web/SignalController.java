package org.suyuan.codes.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.codes.Signal;
import org.suyuan.codes.SignalFilter;
import org.suyuan.codes.VerificationHistory;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** {@code /api/codes/signals}: what looks counterfeit. */
@RestController
@RequestMapping("/api/codes/signals")
@Tag(name = "codes: signals", description = "What looks counterfeit")
class SignalController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final VerificationHistory history;
    private final MessageSource messages;

    SignalController(VerificationHistory history, MessageSource messages) {
        this.history = history;
        this.messages = messages;
    }

    @GetMapping
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
            long count,
            OffsetDateTime firstSeen,
            OffsetDateTime lastSeen,
            Map<String, Object> evidence,
            @Nullable String product,
            @Nullable String operator) {}

    private SignalView view(Signal signal, Locale locale) {
        String kind = signal.kind().name();
        return new SignalView(
                signal.id().toString(),
                new CodedName(kind, messages.getMessage("signal." + kind, null, locale)),
                signal.subject(),
                signal.open(),
                signal.count(),
                signal.firstSeen().atZone(ZONE).toOffsetDateTime(),
                signal.lastSeen().atZone(ZONE).toOffsetDateTime(),
                signal.evidence(),
                signal.product() == null ? null : signal.product().toString(),
                signal.operator() == null ? null : signal.operator().toString());
    }
}
