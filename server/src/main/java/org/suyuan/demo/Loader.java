package org.suyuan.demo;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.suyuan.epcis.event.EpcisEvent;
import tools.jackson.databind.JsonNode;

/**
 * Puts the demo world into a platform. Doing it again adds nothing: the registry is asked first, code batches are found by
 * their notes, and events have ids of their own.
 */
final class Loader {
    private static final String DEMO_CLIENT = "demo-producer";
    private static final int NOT_FOUND = 404;
    private static final List<String> SCOPES = List.of(
            "epcis:capture",
            "epcis:read",
            "registry:read",
            "registry:write",
            "codes:read",
            "codes:issue",
            "signals:read",
            "verifications:import");

    private final Platform platform;
    private final Platform.Administrator administrator;
    private final Progress progress;

    Loader(String url, String adminPassword, PrintStream out) {
        this.platform = new Platform(url);
        this.administrator = platform.administrator("admin", adminPassword);
        this.progress = new Progress(out);
    }

    /**
     * What was loaded.
     *
     * @param stored how many of the events were new to the platform
     */
    record Loaded(World world, String demoOperator, int events, int stored, long identifiers, double seconds) {}

    Loaded load(World.Size size) {
        String clientId = "demo-loader-" + Long.toString(System.currentTimeMillis(), 36);
        platform.use(clientId, clientSecret(clientId));
        World.Stage stage = new World.Stage(size);
        Enrolment enrolment = new Enrolment(platform);
        progress.begin("registry", "entries", 0);
        enrolment.enrol(stage.cast);
        progress.done(stage.cast.businesses().size()
                + stage.cast.premises().size()
                + stage.cast.goods().size());
        progress.end();
        progress.begin("organisations", "bodies", 0);
        progress.done(new Bodies(administrator).found().size());
        progress.end();
        progress.begin("item codes", "codes", 0);
        World world = stage.play(new IssuedCodes(platform, progress));
        enrolment.enrolLots(world.chronicle().batches());
        progress.end();
        int stored = capture(world);
        importChecks(world);
        String operator = enrolment.operatorId(world.lujiang().plant.owner());
        bindDemoClient(operator);
        administrator.post("/api/identity/clients/" + clientId + "/deactivations", Map.of());
        List<EpcisEvent> told = world.chronicle().all();
        return new Loaded(world, operator, told.size(), stored, identifiers(told), progress.seconds());
    }

    private String clientSecret(String clientId) {
        JsonNode made = administrator.post(
                "/api/identity/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "name",
                        "示例世界装载程序 demo world loader",
                        "apiScopes",
                        SCOPES,
                        "scope",
                        Map.of("kind", "EVERYTHING")));
        return made.path("secret").asString();
    }

    private int capture(World world) {
        List<EpcisEvent> inTime = world.chronicle().inTime();
        List<EpcisEvent> late = world.chronicle().late();
        progress.begin("events", "identifiers", identifiers(inTime) + identifiers(late));
        Telegraph telegraph = new Telegraph(platform, progress);
        int stored = telegraph.sendAll(inTime) + telegraph.send(late);
        progress.end();
        return stored;
    }

    private static long identifiers(List<EpcisEvent> events) {
        return events.stream().mapToLong(Telegraph::identifiers).sum();
    }

    /** Checks have no ids, so a second delivery would count twice: they go in only where the copied code has none yet. */
    private void importChecks(World world) {
        progress.begin("checks by consumers", "checks", world.checks().size());
        String copied = world.market().copied;
        String history = "/api/codes/verifications?unit=" + URLEncoder.encode(copied, StandardCharsets.UTF_8);
        if (!platform.exists(history) || platform.get(history).path("items").isEmpty()) {
            StringJoiner lines = new StringJoiner("\n");
            for (ReportedCheck check : world.checks()) {
                lines.add(Platform.JSON.writeValueAsString(check.line()));
            }
            JsonNode result = platform.post(
                    "/api/codes/verifications/imports",
                    "application/x-ndjson",
                    lines.toString().getBytes(StandardCharsets.UTF_8));
            if (result.path("rejected").asLong() > 0) {
                throw new IllegalStateException("checks were refused: " + result);
            }
            progress.done(world.checks().size());
        }
        progress.end();
    }

    /** There is no such client where the platform was started without a secret for it. */
    private void bindDemoClient(String operator) {
        String scope = "/api/identity/clients/" + DEMO_CLIENT + "/scope";
        try {
            administrator.put(scope, Map.of("kind", "OPERATOR", "operator", operator));
        } catch (Platform.Refused e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }
}
