package org.suyuan.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Verifies codes over HTTP as anybody may who scans one, journey included, with 10^9 issued and the captured events in place: genuine codes only, a different one each
 * time, so that nothing is answered from a cache of answers and the limit on wrong codes is never met. The baseline is
 * {@value #EMPTY} of the same server, the lightest answer that the platform gives to anybody: the same web server and
 * filters, no database, 15 bytes of JSON.
 */
final class VerifyCodes {
    static final String EMPTY = "/actuator/health/liveness";

    /** Enough to keep two cores busy, few enough that they wait for the server and not for each other. */
    private static final int CONNECTIONS = 16;
    /** At a pace, a stall may need many. */
    private static final int PACED_CONNECTIONS = 128;
    /** As many different codes as there are captured items, up to this. */
    private static final int CODES_MAX = 200_000;

    private static final int WARM_UP_ROUNDS = 3;

    private final Volumes volumes;
    private final Platform platform;
    private final Market market;

    VerifyCodes(Volumes volumes, Platform platform, Market market) {
        this.volumes = volumes;
        this.platform = platform;
        this.market = market;
    }

    List<Row> measure() throws IOException, InterruptedException {
        Supplier<byte[]> verify = verifications();
        byte[] nothing = Wire.get(EMPTY);
        Supplier<byte[]> empty = () -> nothing;
        double[] ours = new double[volumes.rounds()];
        double[] theirs = new double[volumes.rounds()];
        try (Load load = new Load(platform.port(), CONNECTIONS)) {
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                load.closedLoop(verify, volumes.loadSeconds());
                load.closedLoop(empty, volumes.loadSeconds());
            }
            for (int round = 0; round < volumes.rounds(); round++) {
                ours[round] = load.closedLoop(verify, volumes.loadSeconds());
                theirs[round] = load.closedLoop(empty, volumes.loadSeconds());
            }
        }
        double[] latencies;
        try (Load load = new Load(platform.port(), PACED_CONNECTIONS)) {
            load.openLoop(verify, volumes.pace() / 2, volumes.loadSeconds());
            latencies = load.openLoop(verify, volumes.pace(), volumes.paceSeconds());
        }
        String name = "verify a code over HTTP, 10^9 issued";
        String paced = name + ", at %,d/s".formatted(volumes.pace());
        return List.of(
                Row.atLeast(name, Figures.median(ours), "answers/s", Figures.median(theirs), 0.5),
                Row.below(paced + ", p99", Figures.quantile(0.99, latencies), "ms", 20),
                Row.shown(paced + ", median", Figures.median(latencies), "ms"));
    }

    private Supplier<byte[]> verifications() throws IOException, InterruptedException {
        int count = (int) Math.min(CODES_MAX, volumes.items());
        List<String> serials = market.serials(0, count);
        requireGenuine(scan(serials.getFirst()));
        AtomicInteger next = new AtomicInteger();
        return () -> scan(serials.get(Math.floorMod(next.getAndIncrement(), count)));
    }

    private void requireGenuine(byte[] request) throws IOException {
        try (Wire wire = new Wire(platform.port())) {
            String answer = new String(wire.exchange(request, 200), StandardCharsets.UTF_8);
            if (!answer.contains("\"GENUINE\"")) {
                throw new IllegalStateException("verdict of a captured item (expected: GENUINE): " + answer);
            }
        }
    }

    /** What a phone that scans the Digital Link asks for, as JSON. */
    private static byte[] scan(String serial) {
        return Wire.get("/01/" + Market.GTIN + "/21/" + serial);
    }
}
