package org.suyuan.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** {@code bin/bench}: measures, prints the table, writes the result file. */
public final class Bench {
    private Bench() {}

    /** @param args quick, full or lists, and the result file */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: Bench <quick|full|lists> <result file>");
            System.exit(2);
        }
        Volumes volumes = Volumes.of(args[0]);
        long begun = System.nanoTime();
        Report report = new Report();
        Machine machine = Machine.now();
        String environment;
        System.out.println("Measuring, " + volumes.form() + " form ...");
        if (!volumes.onlyLists()) {
            report.add(IssueCodes.measure(volumes));
        }
        try (Platform platform = Platform.start()) {
            environment = machine.described(volumes, platform.postgresVersion());
            System.out.println(environment);
            Market market = Market.open(platform);
            if (!volumes.onlyLists()) {
                measureItems(report, volumes, platform, market);
            }
            report.add(new ScopedLists(volumes, platform, market).measure());
        }
        report.write(Path.of(args[1]), environment);
        System.out.println("Took %.0f s.".formatted(Figures.seconds(begun)));
    }

    private static void measureItems(Report report, Volumes volumes, Platform platform, Market market)
            throws Exception {
        List<String> travelled;
        long itemEvents;
        try (Capture capture = new Capture(volumes, platform, market)) {
            report.add(capture.itemsOfOneEvent());
            report.add(capture.itemsInCases());
            report.add(capture.singleItems());
            travelled = capture.travelledItems();
            itemEvents = capture.itemEvents();
        }
        report.add(new VerifyCodes(volumes, platform, market).measure());
        report.add(new ItemHistory(volumes, platform, market).measure(travelled, itemEvents));
    }
}
