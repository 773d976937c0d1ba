package org.suyuan.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole history of one item: what happened to it, to its case and to the pallet under the case, each only while it
 * was inside. Ours is asked over HTTP, with a token, and comes with the names of places and steps; the baseline is the bare
 * query over JDBC. Both name the same number of events, or the benchmark ends.
 */
final class ItemHistory {
    private static final long SEED = 20_261_122;

    private final Volumes volumes;
    private final Platform platform;
    private final Market market;
    private final JsonMapper json = JsonMapper.builder().build();

    ItemHistory(Volumes volumes, Platform platform, Market market) {
        this.volumes = volumes;
        this.platform = platform;
        this.market = market;
    }

    List<Row> measure(List<String> travelled, long itemEvents) throws IOException, InterruptedException, SQLException {
        List<String> items = new ArrayList<>(travelled);
        Collections.shuffle(items, new Random(SEED));
        double[] ours = new double[volumes.histories()];
        double[] theirs = new double[volumes.histories()];
        String login = "Authorization: Bearer " + market.token() + "\r\n";
        try (Wire wire = new Wire(platform.port());
                var connection = platform.connect();
                PreparedStatement query = connection.prepareStatement(Plain.HISTORY)) {
            for (int i = 0; i < 2 * volumes.histories(); i++) {
                // The first half warms up.
                String item = items.get(i % items.size());
                int at = i % volumes.histories();
                byte[] request = timeline(item, login);
                long begun = System.nanoTime();
                byte[] answer = wire.exchange(request, 200);
                ours[at] = Figures.seconds(begun) * 1e3;
                begun = System.nanoTime();
                List<Long> events = Plain.history(query, item);
                theirs[at] = Figures.seconds(begun) * 1e3;
                check(item, answer, events);
            }
        }
        String name = "history of one item, %.1f million item events".formatted(itemEvents / 1e6);
        return List.of(
                Row.atMost(name + ", median", Figures.median(ours), "ms", Figures.median(theirs), 0.1),
                Row.below(name + ", p95", Figures.quantile(0.95, ours), "ms", 50));
    }

    private static byte[] timeline(String serial, String login) {
        String unit =
                URLEncoder.encode("https://id.gs1.org/01/" + Market.GTIN + "/21/" + serial, StandardCharsets.UTF_8);
        return Wire.request("GET", "/api/trace/timeline?unit=" + unit, login, new byte[0]);
    }

    private void check(String item, byte[] answer, List<Long> events) {
        JsonNode steps = json.readTree(answer).path("steps");
        if (steps.size() != events.size()) {
            throw new IllegalStateException("item " + item + ": " + steps.size() + " events in " + steps
                    + " (expected, by the baseline: " + events.size() + ")");
        }
    }
}
