package org.suyuan.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Loads the demo world into a running platform, as {@code bin/demo} does.
 *
 * <p>Arguments: the platform's address, the file for the result (lines {@code name=value}; a {@code demo.json} with more is
 * written beside it), and optionally {@code golden} for the golden incident alone. The administrator's password is in the
 * environment as {@code SUYUAN_ADMIN_PASSWORD}, the one that all invented people share as {@code SUYUAN_DEMO_PASSWORD}. Who
 * they are is written beside the result, one a line, in {@code demo-people}.
 */
public final class DemoWorld {
    private static final int ARGUMENTS_MIN = 2;

    private DemoWorld() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String password = System.getenv("SUYUAN_ADMIN_PASSWORD");
        String staffPassword = System.getenv("SUYUAN_DEMO_PASSWORD");
        if (arguments.length < ARGUMENTS_MIN || password == null || staffPassword == null) {
            out.println(
                    "Usage: SUYUAN_ADMIN_PASSWORD=… SUYUAN_DEMO_PASSWORD=… DemoWorld <address> <result file> [golden]");
            System.exit(2);
            return;
        }
        World.Size size =
                List.of(arguments).subList(ARGUMENTS_MIN, arguments.length).contains("golden")
                        ? World.Size.GOLDEN
                        : World.Size.FULL;
        try {
            Loader.Loaded loaded = new Loader(arguments[0], password, staffPassword, out).load(size);
            tell(loaded, arguments[0], out);
            write(loaded, Path.of(arguments[1]));
        } catch (Platform.Refused e) {
            out.println("The platform refused " + e.getMessage());
            System.exit(1);
        }
    }

    private static void tell(Loader.Loaded loaded, String url, PrintStream out) {
        Cast cast = loaded.world().cast();
        out.printf(
                Locale.ROOT,
                "  Loaded in %.1f s: %,d operators, %,d sites, %,d products, %,d lots, %,d events that name %,d things%n",
                loaded.seconds(),
                cast.businesses().size(),
                cast.premises().size(),
                cast.goods().size(),
                loaded.world().chronicle().batches().size(),
                loaded.events(),
                loaded.identifiers());
        for (Sample sample : loaded.world().samples()) {
            out.println("  " + sample.zh());
            out.println("  " + sample.en());
            out.println("    " + url + sample.path());
        }
    }

    /** The result file is written last: whoever finds it finds everything. */
    private static void write(Loader.Loaded loaded, Path result) throws IOException {
        Files.write(result.resolveSibling("demo.json"), Platform.JSON.writeValueAsBytes(facts(loaded)));
        Files.write(
                result.resolveSibling("demo-people"),
                Staff.members().stream().map(Staff.Member::line).toList());
        List<String> lines = new ArrayList<>();
        lines.add("sample=" + loaded.world().samples().getFirst().path());
        for (Sample sample : loaded.world().samples()) {
            lines.add(sample.name() + "=" + sample.path());
        }
        Files.write(result, lines);
    }

    private static Map<String, Object> facts(Loader.Loaded loaded) {
        World world = loaded.world();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ends", "2026-09-20");
        facts.put("demoProducer", loaded.demoOperator());
        facts.put("operators", world.cast().businesses().size());
        facts.put("sites", world.cast().premises().size());
        facts.put("products", world.cast().goods().size());
        facts.put("lots", world.chronicle().batches().size());
        facts.put("events", loaded.events());
        facts.put("identifiers", loaded.identifiers());
        facts.put(
                "samples",
                world.samples().stream()
                        .map(sample -> Map.of(
                                "name", sample.name(),
                                "unit", sample.unit(),
                                "path", sample.path(),
                                "zh", sample.zh(),
                                "en", sample.en()))
                        .toList());
        return facts;
    }
}
