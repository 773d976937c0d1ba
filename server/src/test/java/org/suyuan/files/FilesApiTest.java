package org.suyuan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.HeaderActors;
import org.suyuan.testing.PlatformTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files over HTTP: how they come in, and that no browser is made to run them. */
@PlatformTest
@Import(HeaderActors.class)
class FilesApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Actor OFFICER = HeaderActors.actor(new Scope.Jurisdiction("/35/3502/"), Permission.FILES_USE);
    private static final Actor ELSEWHERE = HeaderActors.actor(new Scope.Jurisdiction("/36/"), Permission.FILES_USE);
    private static final Actor NOBODY = HeaderActors.actor(new Scope.Everything());

    @LocalServerPort
    private int port;

    @Test
    void a_multipart_upload_is_stored_and_served_safely() throws IOException {
        byte[] pdf = Samples.pdf();
        var made = multipart("检验报告.pdf", "application/pdf", pdf, "?regionPath=/35/3502/350212/");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode file = json(made);
        assertThat(file.get("name").asString()).isEqualTo("检验报告.pdf");
        assertThat(file.get("type").asString()).isEqualTo("application/pdf");
        assertThat(file.get("scan").get("code").asString()).isEqualTo("NOT_SCANNED");
        assertThat(file.get("sha256").asString()).hasSize(64);
        String path = "/" + file.get("id").asString();
        assertThat(json(get(OFFICER, path))).isEqualTo(file);

        var content = get(OFFICER, path + "/content");
        assertThat(content.body()).isEqualTo(pdf);
        assertThat(header(content, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(content, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(content, "Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(content.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(header(content, "Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E6%A3%80");
        assertThat(header(get(OFFICER, path + "/content?disposition=inline"), "Content-Disposition"))
                .startsWith("inline");
        assertThat(get(OFFICER, path + "/content?disposition=run").statusCode()).isEqualTo(422);
    }

    @Test
    void a_range_and_an_unchanged_file_are_answered_as_http_says() {
        byte[] text = "0123456789".getBytes(StandardCharsets.US_ASCII);
        String path =
                "/" + json(raw("digits.txt", "text/plain", text)).get("id").asString() + "/content";
        var part = HeaderActors.send(
                port, OFFICER, "GET", "/api/files" + path, BodyPublishers.noBody(), "Range", "bytes=2-5");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(text, 2, 6));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 2-5/10");
        String etag = header(get(OFFICER, path), "ETag");
        var unchanged = HeaderActors.send(
                port, OFFICER, "GET", "/api/files" + path, BodyPublishers.noBody(), "If-None-Match", etag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        var beyond = HeaderActors.send(
                port, OFFICER, "GET", "/api/files" + path, BodyPublishers.noBody(), "Range", "bytes=20-");
        assertThat(beyond.statusCode()).isEqualTo(416);
    }

    @Test
    void a_preview_is_a_small_png() {
        String path = "/"
                + json(raw("p.png", "image/png", Samples.image("png", 1600, 400)))
                        .get("id")
                        .asString();
        var preview = get(OFFICER, path + "/preview");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(header(preview, "Content-Type")).isEqualTo("image/png");
        assertThat(header(preview, "Content-Security-Policy")).contains("sandbox");
        String text = "/"
                + json(raw("t.txt", "text/plain", Samples.text("a"))).get("id").asString();
        assertThat(get(OFFICER, text + "/preview").statusCode()).isEqualTo(404);
    }

    @Test
    void what_contradicts_its_declaration_is_refused_with_the_field() {
        var refused = raw("a.png", "image/png", Samples.pdf());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").get(0).get("pointer").asString()).isEqualTo("type");
        assertThat(raw("a.svg", "image/svg+xml", Samples.text("<svg onload='x'/>"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(raw("a.json", "application/json", Samples.text("{}")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_file_is_absent_for_those_out_of_scope() throws IOException {
        String path = "/"
                + json(multipart("a.pdf", "application/pdf", Samples.pdf(), "?regionPath=/35/3502/350203/"))
                        .get("id")
                        .asString();
        for (String what : new String[] {"", "/content", "/preview"}) {
            assertThat(get(ELSEWHERE, path + what).statusCode()).isEqualTo(404);
            assertThat(get(NOBODY, path + what).statusCode()).isEqualTo(403);
        }
        assertThat(get(OFFICER, "/not-an-id").statusCode()).isEqualTo(404);
        assertThat(multipart("a.pdf", "application/pdf", Samples.pdf(), "?regionPath=/36/")
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<byte[]> raw(String name, String type, byte[] bytes) {
        return HeaderActors.send(
                port,
                OFFICER,
                "POST",
                "/api/files?name=" + name,
                BodyPublishers.ofByteArray(bytes),
                "Content-Type",
                type);
    }

    private HttpResponse<byte[]> multipart(String name, String type, byte[] bytes, String query) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return HeaderActors.send(
                port,
                OFFICER,
                "POST",
                "/api/files" + query,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=cut");
    }

    private HttpResponse<byte[]> get(Actor actor, String path) {
        return HeaderActors.send(port, actor, "GET", "/api/files" + path, BodyPublishers.noBody());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }
}
