package org.suyuan.epcis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Public test data beside the project, when it is there; every suite also runs vectors of its own. */
public final class Corpora {

    private static final Path FOLDER = Path.of("../../shared/corpora");

    private Corpora() {}

    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    /** All files below a folder with one of the endings, sorted; none when the corpus is not there. */
    public static List<Path> files(String folder, String... endings) {
        Path root = path(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
