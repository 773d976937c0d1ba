package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

@RegistryTest
class ExportTest {
    /** More than one portion. */
    private static final int MANY = 2_345;

    @LocalServerPort
    int port;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void manyInJimeiAndOneElsewhere() {
        List<OperatorDraft> drafts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            drafts.add(Made.operator(mark + ", \"" + i, Made.uscc(), "350211"));
        }
        for (int from = 0; from < MANY; from += Imports.CHUNK) {
            operators.registerAll(TestActors.MINISTRY, drafts.subList(from, Math.min(MANY, from + Imports.CHUNK)));
        }
        operators.register(TestActors.MINISTRY, Made.operator("=" + mark, Made.uscc(), "350602"));
    }

    @Test
    void a_file_holds_what_the_list_does_all_of_it_and_in_its_order() throws IOException, InterruptedException {
        String csv = text(export("jimei", "format=CSV&sort=NEWEST&name=" + mark));
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines.getFirst()).startsWith("\uFEFF编号,统一社会信用代码,名称");
        assertThat(lines.get(1)).contains("\"" + mark + ", \"\"" + (MANY - 1) + "\"");
        String ndjson = text(export("jimei", "format=NDJSON&name=" + mark));
        assertThat(ndjson.lines()).hasSize(MANY).allMatch(line -> line.startsWith("{\"id\":\""));
    }

    @Test
    void a_name_that_would_compute_in_a_spreadsheet_is_made_harmless() throws IOException, InterruptedException {
        assertThat(text(export("ministry", "name==" + mark))).contains(",'=" + mark + ",");
    }

    @Test
    void a_workbook_opens_and_has_every_row() throws IOException, InterruptedException {
        var answer = export("jimei", "format=XLSX&name=" + mark);
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"operators.xlsx\"");
        long rows;
        Path file = Files.write(Files.createTempFile("operators", ".xlsx"), answer.body());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] sheet =
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
            rows = new String(sheet, StandardCharsets.UTF_8).split("<row ", -1).length - 1;
        } finally {
            Files.delete(file);
        }
        assertThat(rows).isEqualTo(MANY + 1);
    }

    @Test
    void an_export_is_recorded_and_a_stranger_to_the_register_gets_neither_file_nor_entry()
            throws IOException, InterruptedException {
        TestActors.actor("blind", new Scope.Everything(), Permission.CODES_READ);
        assertThat(export("blind", "name=" + mark).statusCode()).isEqualTo(403);
        assertThat(entries()).isZero();
        export("jimei", "name=" + mark);
        assertThat(entries()).isEqualTo(1);
        assertThat(export("jimei", "nmae=" + mark).statusCode()).isEqualTo(400);
    }

    private int entries() {
        return jdbc.sql("""
                        SELECT count(*) FROM audit.entry
                        WHERE action = 'registry.operator.exported' AND strpos(subject_name, :mark) > 0
                        """).param("mark", mark).query(Integer.class).single();
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> export(String actor, String query) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + "/api/registry/operators/exports?" + query);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .header(TestActors.HEADER, actor)
                            .header("Accept-Language", "zh-CN")
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }
}
