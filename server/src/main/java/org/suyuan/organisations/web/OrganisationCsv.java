package org.suyuan.organisations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.suyuan.organisations.OrganisationFilter;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.shared.access.Actor;

/** The directory as CSV (RFC 4180), written while it is read, so that its length costs no memory. */
@Component
class OrganisationCsv {
    static final String TYPE = "text/csv";

    /** Without it spreadsheets take UTF-8 for the machine's own code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "shortName",
            "code",
            "type",
            "level",
            "region",
            "regionName",
            "parent",
            "validFrom",
            "validTo",
            "status");

    private final OrganisationRegister register;
    private final OrganisationViews views;
    private final MessageSource messages;

    OrganisationCsv(OrganisationRegister register, OrganisationViews views, MessageSource messages) {
        this.register = register;
        this.views = views;
        this.messages = messages;
    }

    void write(Actor actor, OrganisationFilter filter, LocalDate on, Locale locale, HttpServletResponse response)
            throws IOException {
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        AtomicBoolean begun = new AtomicBoolean();
        try {
            register.export(actor, filter, chunk -> {
                if (!begun.getAndSet(true)) {
                    begin(out, on, locale, response);
                }
                views.of(chunk, on, locale).forEach(body -> line(out, cells(body)));
            });
            out.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Not before something came: a refusal is answered as a problem and not as a file. */
    private void begin(Writer out, LocalDate on, Locale locale, HttpServletResponse response) {
        response.setContentType(TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"organisations-" + on + ".csv\"");
        line(
                out,
                Stream.concat(
                        Stream.of(BYTE_ORDER_MARK + heading(COLUMNS.getFirst(), locale)),
                        COLUMNS.stream().skip(1).map(column -> heading(column, locale))));
    }

    private String heading(String column, Locale locale) {
        return Objects.requireNonNull(messages.getMessage("organisations.column." + column, null, locale));
    }

    private static Stream<@Nullable Object> cells(OrganisationView body) {
        return Stream.of(
                body.id(),
                body.name(),
                body.shortName(),
                body.code(),
                body.type().name(),
                body.level() == null ? null : body.level().name(),
                body.region().code(),
                body.region().name(),
                body.parent() == null ? null : body.parent().name(),
                body.validFrom(),
                body.validTo(),
                body.statusLabel());
    }

    private static void line(Writer out, Stream<? extends @Nullable Object> cells) {
        try {
            out.write(cells.map(OrganisationCsv::cell).collect(Collectors.joining(",")));
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that begins like a formula is kept from being one (CWE-1236). */
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
