package org.suyuan.registry.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.Imports;
import org.suyuan.registry.Imports.Line;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.Problem;
import org.suyuan.shared.web.BodyProblems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the drafts of an import from its stream, one at a time: a bad one does not hide those after it. */
final class BulkLines<D> implements Iterator<Line<D>> {
    /** Characters of one NDJSON line; a draft is far smaller. */
    static final int LINE_LENGTH_MAX = 64 * 1024;

    private final Supplier<@Nullable Line<D>> source;
    private @Nullable Line<D> next;
    private int taken;

    private BulkLines(Supplier<@Nullable Line<D>> source) {
        this.source = source;
        this.next = source.get();
    }

    /** One JSON object a line; blank lines are passed over, and counted. */
    static <D> BulkLines<D> ndjson(InputStream body, JsonMapper json, Class<D> type) {
        Reader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        int[] number = {0};
        return new BulkLines<>(() -> {
            String line = line(reader);
            number[0]++;
            while (line != null && line.isBlank()) {
                line = line(reader);
                number[0]++;
            }
            return line == null ? null : draft(number[0], line, json, type);
        });
    }

    /** One JSON array; its elements are numbered from 1. */
    static <D> BulkLines<D> array(InputStream body, JsonMapper json, Class<D> type) {
        JsonParser parser = json.createParser(body);
        if (whole(parser::nextToken) != JsonToken.START_ARRAY) {
            throw new Problem(CommonProblem.MALFORMED, "expected: a JSON array, or application/x-ndjson");
        }
        int[] number = {0};
        return new BulkLines<>(() -> {
            if (whole(parser::nextToken) == JsonToken.END_ARRAY) {
                return null;
            }
            number[0]++;
            JsonNode element = whole(parser::<JsonNode>readValueAsTree);
            return draft(number[0], () -> json.treeToValue(element, type));
        });
    }

    /** Where an array is no JSON, nothing after it can be read: the whole import is refused. */
    private static <T> T whole(Supplier<T> read) {
        try {
            return read.get();
        } catch (JacksonException e) {
            throw BodyProblems.of(e);
        }
    }

    private static <D> Line<D> draft(int number, String line, JsonMapper json, Class<D> type) {
        if (line.length() > LINE_LENGTH_MAX) {
            String message = "expected: at most " + LINE_LENGTH_MAX + " characters";
            return new Line.Unreadable<>(number, new FieldError("", null, "length", message));
        }
        return draft(number, () -> json.readValue(line, type));
    }

    private static <D> Line<D> draft(int number, Supplier<@Nullable D> read) {
        try {
            D draft = read.get();
            return draft == null
                    ? new Line.Unreadable<>(number, new FieldError("", null, "type", "expected: an object"))
                    : new Line.Read<>(number, draft);
        } catch (JacksonException e) {
            Problem problem = BodyProblems.of(e);
            FieldError told = problem.errors().isEmpty()
                    ? new FieldError("", null, "value", String.valueOf(problem.getMessage()))
                    : problem.errors().getFirst();
            return new Line.Unreadable<>(number, told);
        }
    }

    /** The next line without its end, cut after {@value #LINE_LENGTH_MAX} characters and one; null at the end. */
    private static @Nullable String line(Reader reader) {
        try {
            StringBuilder line = new StringBuilder();
            int c = reader.read();
            if (c < 0) {
                return null;
            }
            while (c >= 0 && c != '\n') {
                if (line.length() <= LINE_LENGTH_MAX) {
                    line.append((char) c);
                }
                c = reader.read();
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line<D> next() {
        Line<D> line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        if (++taken > Imports.LINES_MAX) {
            throw new Problem(CommonProblem.TOO_LARGE, "expected: at most " + Imports.LINES_MAX + " lines an import");
        }
        next = source.get();
        return line;
    }
}
