package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.suyuan.Suyuan;
import org.suyuan.postgres.EmbeddedPostgres.Access;
import org.suyuan.testing.SignedIn;
import org.suyuan.testing.TestPostgres;

class FirstStartTests {
    private static final Pattern BANNER = Pattern.compile("First administrator: admin +password: (\\S+)");
    private static final String SECRET = "the demo world's secret";

    @TempDir
    Path home;

    private final Access database = TestPostgres.freshDatabaseAccess();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void the_first_password_is_shown_once_and_logins_outlive_a_restart() throws IOException {
        SignedIn admin;
        String token;
        int port;
        try (ConfigurableApplicationContext first = start("--server.port=0")) {
            port = port(first);
            admin = SignedIn.as(port, "admin", passwordShown());
            token = accessToken(token(port, SECRET));
        }
        console.reset();

        try (ConfigurableApplicationContext second = start("--server.port=" + port)) {
            assertThat(port(second)).isEqualTo(port);
            assertThat(admin.get("/api/identity/session").statusCode()).isEqualTo(200);
            assertThat(bearer(port, token).statusCode())
                    .as("known, though without that permission")
                    .isEqualTo(403);
            assertThat(token(port, "an older secret").statusCode()).isEqualTo(401);
        }
        assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContainPattern(BANNER);
        assertThat(Files.readString(home.resolve("keys").resolve(SigningKey.FILE)))
                .contains("\"kty\":\"RSA\"");
    }

    @Test
    void a_weak_first_password_is_taken_and_told() {
        try (ConfigurableApplicationContext platform = start("--server.port=0", "--suyuan.admin.password=admin")) {
            assertThat(SignedIn.as(port(platform), "admin", "admin")
                            .get("/api/identity/session")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("SUYUAN_ADMIN_PASSWORD is weak");
    }

    private ConfigurableApplicationContext start(String... more) {
        String[] arguments = {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--spring.datasource.hikari.minimum-idle=0",
            "--suyuan.home=" + home,
            "--suyuan.demo.client-secret=" + SECRET
        };
        String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
        PrintStream before = System.out;
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            return SpringApplication.run(Suyuan.class, all);
        } finally {
            System.setOut(before);
        }
    }

    private String passwordShown() {
        Matcher shown = BANNER.matcher(console.toString(StandardCharsets.UTF_8));
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private static int port(ConfigurableApplicationContext platform) {
        return platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static HttpResponse<String> token(int port, String secret) {
        String form = "grant_type=client_credentials&client_id=demo-producer&client_secret=" + secret.replace(' ', '+');
        return SignedIn.nobody(port)
                .send("POST", "/oauth2/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private static String accessToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> bearer(int port, String token) {
        return SignedIn.nobody(port)
                .send("GET", "/api/identity/people", "", Map.of("Authorization", "Bearer " + token));
    }
}
