package org.suyuan.registry.web;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.suyuan.registry.Entered;
import org.suyuan.registry.Imports;
import org.suyuan.registry.Imports.BadLine;
import org.suyuan.registry.Imports.Line;
import org.suyuan.registry.Imports.OnError;
import org.suyuan.registry.Imports.Result;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.web.Problems;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST …/imports}: many drafts in one request, as NDJSON or as a JSON array, read while they arrive. */
@Component
class BulkImport {
    private final Imports imports;
    private final JsonMapper json;
    private final Problems problems;

    BulkImport(Imports imports, JsonMapper json, Problems problems) {
        this.imports = imports;
        this.json = json;
        this.problems = problems;
    }

    /**
     * @param onError {@code reject} (default) registers all or nothing, {@code keep} the good lines
     * @return counts and, for {@code keep}, every bad line; with {@code reject} bad lines are a 422 whose pointers begin with the
     *     line's number
     */
    <D, I> Result run(
            InputStream body,
            MediaType contentType,
            @Nullable String onError,
            Locale locale,
            Class<D> type,
            Function<List<D>, List<Entered<I>>> entry) {
        OnError wanted = onError(onError);
        Iterator<Line<D>> lines = MediaType.APPLICATION_NDJSON.isCompatibleWith(contentType)
                ? BulkLines.ndjson(body, json, type)
                : BulkLines.array(body, json, type);
        Result result = imports.run(wanted, lines, entry);
        if (wanted == OnError.REJECT && result.bad() > 0) {
            throw new InvalidInput(withLineNumbers(result));
        }
        return localised(result, locale);
    }

    private Result localised(Result result, Locale locale) {
        List<BadLine> errors = result.errors().stream()
                .map(line -> new BadLine(
                        line.number(),
                        line.errors().stream()
                                .map(error -> problems.localised(error, locale))
                                .toList()))
                .toList();
        return new Result(result.read(), result.registered(), result.bad(), errors, result.truncated());
    }

    private static OnError onError(@Nullable String text) {
        if (text == null || text.equals("reject")) {
            return OnError.REJECT;
        }
        if (text.equals("keep")) {
            return OnError.KEEP;
        }
        throw InvalidInput.of("onError", text, "code", "expected: reject or keep");
    }

    private static List<FieldError> withLineNumbers(Result result) {
        List<FieldError> errors = new ArrayList<>();
        for (BadLine line : result.errors()) {
            for (FieldError error : line.errors()) {
                errors.add(new FieldError(
                        "/" + line.number() + error.pointer(), error.value(), error.rule(), error.message()));
            }
        }
        return errors;
    }
}
