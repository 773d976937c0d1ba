package org.suyuan.codes.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.codes.Channel;
import org.suyuan.codes.CheckPlace;
import org.suyuan.codes.CheckPlaces;
import org.suyuan.codes.RequestSources;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.codes.VerificationHistory;
import org.suyuan.codes.VerificationRecord;
import org.suyuan.codes.Verifications;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** {@code /api/codes/verifications}: for apps, gateways and terminals; people use the portal's page. */
@RestController
@RequestMapping("/api/codes/verifications")
@Tag(name = "codes: verifications", description = "Checking codes")
class VerificationController {
    private static final int CODE_MAX = 4_096;
    private static final int DEVICE_MAX = 200;

    private final Verifications verifications;
    private final VerificationHistory history;
    private final VerificationViews views;
    private final RequestSources sources;
    private final CheckPlaces places;
    private final Clock clock;

    VerificationController(
            Verifications verifications,
            VerificationHistory history,
            VerificationViews views,
            RequestSources sources,
            CheckPlaces places,
            Clock clock) {
        this.verifications = verifications;
        this.history = history;
        this.views = views;
        this.sources = sources;
        this.places = places;
        this.clock = clock;
    }

    /**
     * @param code whatever was scanned or typed
     * @param channel by which the person asked; an app when absent
     * @param device the caller's own stable name of the person's device; kept as a daily pseudonym only
     */
    record Check(
            String code,
            @Nullable Channel channel,
            @Nullable String device,
            @Nullable String region,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        Check {
            if (code.length() > CODE_MAX) {
                throw InvalidInput.of(
                        "/code", code.substring(0, 50), "range", "expected: <= " + CODE_MAX + " characters");
            }
            if (device != null && device.length() > DEVICE_MAX) {
                throw InvalidInput.of("/device", device, "range", "expected: <= " + DEVICE_MAX + " characters");
            }
        }
    }

    @PostMapping
    VerificationView verify(Actor actor, @RequestBody Check check, HttpServletRequest request, Locale locale) {
        CheckPlace place = places.of(check.region(), check.latitude(), check.longitude());
        Channel channel = check.channel() == null ? Channel.APP : check.channel();
        VerificationAnswer answer = verifications.verify(
                check.code(), sources.system(request, actor, channel, check.device(), place), clock.instant());
        return views.of(answer, locale);
    }

    /** History of one unit, for officers and for the unit's own operator. */
    @GetMapping
    Page<VerificationView.Past> history(Actor actor, @RequestParam String unit, @ParameterObject PageRequest page) {
        if (!(UnitSyntax.read(unit) instanceof UnitReading.Recognised read)) {
            throw InvalidInput.of("unit", unit, "unit", "expected: a code, Digital Link or EPC URN");
        }
        Page<VerificationRecord> found = history.of(actor, read.unit(), page)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "unit: " + unit));
        return new Page<>(
                found.items().stream().map(VerificationView.Past::of).toList(),
                found.next(),
                found.total(),
                found.truncated());
    }
}
