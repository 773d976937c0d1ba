package org.suyuan.epcis.gs1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Public test vectors beside the project, used when present; every test has vectors of its own as well. */
public final class Corpora {

    private static final Path FOLDER = Path.of("..", "..", "shared", "corpora");
    private static final Pattern C_ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{2}|.)");

    private Corpora() {}

    /** The matching files of a folder, sorted; none when the corpora are absent. */
    public static List<Path> files(String folder, String suffix) {
        Path root = FOLDER.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of the argument lists of the GS1 Syntax Engine: place, macro, arguments as C writes them. */
    public record Vector(String place, String macro, List<String> arguments) {

        public boolean expected() {
            return arguments.getFirst().equals("true");
        }

        /** A string argument with its C escapes resolved. */
        public String string(int index) {
            String literal = arguments.get(index);
            return C_ESCAPE.matcher(literal.substring(1, literal.length() - 1))
                    .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                            match.group(1).length() == 3
                                    ? String.valueOf((char)
                                            Integer.parseInt(match.group(1).substring(1), 16))
                                    : match.group(1)));
        }

        /** Whether all arguments but the first are literals rather than variables of the C test. */
        public boolean isLiteral() {
            return arguments.stream()
                    .allMatch(argument ->
                            argument.startsWith("\"") || argument.matches("true|false|NULL|[A-Z][A-Za-z0-9_]*"));
        }
    }

    public static List<Vector> vectors(String file) {
        List<Vector> vectors = new ArrayList<>();
        for (Path path : files("gs1-syntax-engine-vectors", file)) {
            text(path).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t");
                vectors.add(new Vector(cells[0], cells[1], Arrays.asList(cells).subList(2, cells.length)));
            });
        }
        return vectors;
    }
}
