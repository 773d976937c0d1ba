package org.suyuan.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The register of operators as a township's and as the state's officer see it, over HTTP, both walls up: list, filtered
 * list, list by name, count, and the whole of it as a file. Each is the other's baseline: what a township's officer waits
 * for must not grow with the nation. Rows are spread over the real townships, so one holds a few dozen of a million.
 */
final class ScopedLists {
    private static final String OPERATORS = "/api/registry/operators";
    private static final double RATIO_MAX = 1.2;
    private static final double FIRST_PAGE_MS_MAX = 200;
    private static final double EXPORT_ROWS_MIN = 50_000;
    /** What live memory may differ by between two moments of an export, whichever rows lie between them. */
    private static final double EXPORT_GROWTH_MB_MAX = 32;
    /** Rows added to one township, spread over the whole table: with the two dozen it has anyway its pages are full. */
    private static final int TOWNSHIP_ROWS = 40;

    private final Volumes volumes;
    private final Platform platform;
    private final Market market;

    ScopedLists(Volumes volumes, Platform platform, Market market) {
        this.volumes = volumes;
        this.platform = platform;
        this.market = market;
    }

    List<Row> measure() throws IOException, InterruptedException, SQLException {
        String township = fill();
        String local =
                market.system("bench-township", "{\"kind\": \"REGION\", \"region\": \"%s\"}".formatted(township));
        String state = market.system("bench-state", "{\"kind\": \"REGION\", \"region\": \"/\"}");
        List<Row> rows = new ArrayList<>();
        for (Question question : List.of(
                new Question("first page", ""),
                new Question("filtered page", "?kind=dairy&status=ACTIVE"),
                new Question("page by name", "?sort=NAME"),
                new Question("count", "?count=true&limit=1"))) {
            rows.addAll(compare(question, local, state));
        }
        rows.addAll(export(state));
        return rows;
    }

    private record Question(String name, String query) {}

    /** The path of the busiest township. */
    private String fill() throws SQLException, IOException {
        String township;
        try (Connection connection = platform.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    WITH township AS MATERIALIZED (
                        SELECT code, path, row_number() OVER (ORDER BY path) - 1 AS number
                        FROM registry.region
                        WHERE length(code) = 9 AND valid_to = 'infinity')
                    INSERT INTO registry.operator (id, name_zh, kinds, region_code, region_path, address, contact_name,
                        contact_phone, valid_from, status, version, created_at, changed_at, changed_by)
                    SELECT uuidv7(), '量测商户' || n, ARRAY[(ARRAY['dairy', 'shop', 'market', 'farm', 'catering'])[1 + n %% 5]],
                           t.code, t.path, '量测路 ' || n || ' 号', '陈量测', '0592-' || n, '2026-01-01',
                           CASE WHEN n %% 10 = 0 THEN 'CLOSED' ELSE 'ACTIVE' END, 1, now(), now(),
                           '00000000-0000-0000-0000-000000000000'
                    FROM generate_series(1, %d) AS n
                    JOIN township AS t
                      ON t.number = CASE WHEN n %% %d = 0 THEN 0
                                         ELSE (hashint8(n)::bigint & 2147483647) %% (SELECT count(*) FROM township) END
                    """.formatted(volumes.listed(), volumes.listed() / TOWNSHIP_ROWS));
            try (var found = statement.executeQuery("""
                    SELECT region_path FROM registry.operator GROUP BY region_path ORDER BY count(*) DESC LIMIT 1
                    """)) {
                found.next();
                township = found.getString(1);
            }
        }
        try (Connection connection = platform.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE registry.operator");
            statement.execute("CHECKPOINT");
        }
        return township;
    }

    /** In turn, one connection each; the first half warms up. */
    private List<Row> compare(Question question, String local, String state) throws IOException {
        double[] ours = new double[volumes.histories()];
        double[] theirs = new double[volumes.histories()];
        byte[] asTownship = Wire.request("GET", OPERATORS + question.query(), login(local), new byte[0]);
        byte[] asState = Wire.request("GET", OPERATORS + question.query(), login(state), new byte[0]);
        try (Wire wire = new Wire(platform.port())) {
            for (int i = 0; i < 2 * volumes.histories(); i++) {
                int at = i % volumes.histories();
                boolean townshipFirst = i % 2 == 0;
                double first = milliseconds(wire, townshipFirst ? asTownship : asState);
                double second = milliseconds(wire, townshipFirst ? asState : asTownship);
                ours[at] = townshipFirst ? first : second;
                theirs[at] = townshipFirst ? second : first;
            }
        }
        String name = "operators, %,d: %s, township beside state".formatted(volumes.listed(), question.name());
        return List.of(
                Row.atMost(name + ", median", Figures.median(ours), "ms", Figures.median(theirs), RATIO_MAX),
                Row.below(
                        name + ", p95 of the slower",
                        Math.max(Figures.quantile(0.95, ours), Figures.quantile(0.95, theirs)),
                        "ms",
                        FIRST_PAGE_MS_MAX));
    }

    private static double milliseconds(Wire wire, byte[] request) throws IOException {
        long begun = System.nanoTime();
        wire.exchange(request, 200);
        return Figures.seconds(begun) * 1e3;
    }

    private List<Row> export(String state) throws IOException, InterruptedException {
        exported(state, false);
        Exported file = exported(state, false);
        Exported watched = exported(state, true);
        String name = "operators, %,d: export as CSV".formatted(volumes.listed());
        return List.of(
                new Row(
                        name,
                        file.rows() / file.seconds(),
                        "rows/s",
                        null,
                        null,
                        ">= " + Row.text(EXPORT_ROWS_MIN) + " rows/s",
                        file.rows() / file.seconds() >= EXPORT_ROWS_MIN),
                Row.below(
                        name + ", live heap at three quarters less that at one quarter",
                        watched.liveLate() - watched.liveEarly(),
                        "MB",
                        EXPORT_GROWTH_MB_MAX),
                Row.shown(name + ", live heap at three quarters", watched.liveLate(), "MB"));
    }

    private record Exported(long rows, double seconds, double liveEarly, double liveLate) {}

    /** @param watch whether to collect garbage on the way and see what remains; takes time, so such a run is not timed */
    private Exported exported(String login, boolean watch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.url() + OPERATORS + "/exports?format=CSV"))
                .header("Authorization", "Bearer " + login)
                .POST(BodyPublishers.noBody())
                .build();
        long begun = System.nanoTime();
        long rows = -1; // the titles
        double early = 0;
        double late = 0;
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException("export: " + answer.statusCode() + " "
                        + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = new BufferedInputStream(answer.body())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    for (int i = 0; i < read; i++) {
                        rows += buffer[i] == '\n' ? 1 : 0;
                    }
                    if (watch && early == 0 && rows > volumes.listed() / 4) {
                        early = platform.liveHeapMegabytes();
                    }
                    if (watch && late == 0 && rows > volumes.listed() * 3L / 4) {
                        late = platform.liveHeapMegabytes();
                    }
                }
            }
        }
        if (rows < volumes.listed()) {
            throw new IOException("exported " + rows + " rows (expected: at least " + volumes.listed() + ")");
        }
        return new Exported(rows, Figures.seconds(begun), early, late);
    }

    private static String login(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }
}
