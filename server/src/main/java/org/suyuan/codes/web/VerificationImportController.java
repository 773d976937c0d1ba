package org.suyuan.codes.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.codes.Channel;
import org.suyuan.codes.CheckPlaces;
import org.suyuan.codes.ReportedCheck;
import org.suyuan.codes.ReportedChecks;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/codes/verifications/imports}: checks that SMS, telephone and terminals answered (R1.4), one JSON a line. */
@RestController
@RequestMapping("/api/codes/verifications/imports")
@Tag(name = "codes: verifications", description = "Checking codes")
class VerificationImportController {
    static final int LINE_MAX = 8_192;
    /** Bad lines that the answer names; the others are counted. */
    static final int ERRORS_MAX = 1_000;

    private final ReportedChecks checks;
    private final CheckPlaces places;
    private final JsonMapper json;

    VerificationImportController(ReportedChecks checks, CheckPlaces places, JsonMapper json) {
        this.checks = checks;
        this.places = places;
        this.json = json;
    }

    /** One line. */
    record Line(
            String code,
            Instant at,
            Channel channel,
            @Nullable String region,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** @param truncated true when more lines were bad than {@code errors} names */
    record Result(long accepted, long rejected, List<LineError> errors, boolean truncated) {}

    /** @param line from 1 */
    record LineError(long line, FieldError error) {}

    /** Good lines count at once, whatever becomes of the others; send the bad ones again after correction. */
    @PostMapping(consumes = BatchController.NDJSON)
    Result add(Actor actor, HttpServletRequest request) throws IOException {
        actor.require(Permission.VERIFICATIONS_IMPORT);
        BoundedLines lines = new BoundedLines(
                new BufferedReader(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8)), LINE_MAX);
        long accepted = 0;
        long rejected = 0;
        List<LineError> errors = new ArrayList<>();
        for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get().text();
            if (text != null && text.isEmpty()) {
                continue;
            }
            List<FieldError> wrong = add(actor, text);
            accepted += wrong.isEmpty() ? 1 : 0;
            rejected += wrong.isEmpty() ? 0 : 1;
            for (FieldError error : wrong) {
                if (errors.size() < ERRORS_MAX) {
                    errors.add(new LineError(lines.number(), error));
                }
            }
        }
        return new Result(accepted, rejected, errors, rejected > 0 && errors.size() >= ERRORS_MAX);
    }

    private List<FieldError> add(Actor actor, @Nullable String text) {
        if (text == null) {
            return List.of(new FieldError("", null, "range", "expected: <= " + LINE_MAX + " characters"));
        }
        try {
            Line line = json.readValue(text, Line.class);
            checks.add(
                    actor,
                    new ReportedCheck(
                            line.code(),
                            line.at(),
                            line.channel(),
                            places.of(line.region(), line.latitude(), line.longitude())));
            return List.of();
        } catch (InvalidInput e) {
            return e.errors();
        } catch (JacksonException e) {
            return List.of(new FieldError(pointer(e), null, "json", e.getOriginalMessage()));
        }
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath().forEach(step -> pointer.append('/').append(step.getPropertyName()));
        return pointer.toString();
    }
}
