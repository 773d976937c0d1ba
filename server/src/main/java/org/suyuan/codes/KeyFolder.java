package org.suyuan.codes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets of the code keys as files under {@code SUYUAN_HOME/keys}, outside the database: whoever steals a backup
 * of the database can still not print codes that pass as genuine. Readable by the platform's own user only.
 */
final class KeyFolder {
    private static final Pattern NAME = Pattern.compile("codes-([1-9]\\d)\\.key");
    private static final int FILE_BYTES_MAX = 4096;

    private final Path folder;

    KeyFolder(Path home) {
        this.folder = home.resolve("keys");
    }

    Path file(int version) {
        return folder.resolve("codes-" + version + ".key");
    }

    /** Versions that have a file, whether the database knows them or not. */
    Set<Integer> versions() {
        Set<Integer> versions = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return versions;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(name -> versions.add(Integer.valueOf(name.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    Optional<CodeKey> read(int version) {
        Path file = file(version);
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new CodeKeysUnusable(file + " is no key file: longer than " + FILE_BYTES_MAX + " bytes");
            }
            return Optional.of(parse(version, file, Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CodeKeysUnusable("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** Durable before it returns: a key that has made a code must never be lost to a power cut. */
    void write(CodeKey key) {
        try {
            Files.createDirectories(folder, mode("rwx------"));
            Path file = file(key.version());
            if (Files.exists(file)) {
                throw new CodeKeysUnusable(file + " exists already and is not overwritten");
            }
            Path partial = folder.resolve(file.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            Files.createFile(partial, mode("rw-------"));
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                ByteBuffer text = ByteBuffer.wrap(text(key).getBytes(StandardCharsets.US_ASCII));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new CodeKeysUnusable("cannot write a code key to " + folder + ": " + e.getMessage());
        }
    }

    private static String text(CodeKey key) {
        return """
                # Suyuan code key, version %d. Secret. Without it codes of this version can neither be issued nor verified.
                permutation %s
                check %s
                """.formatted(
                        key.version(),
                        HexFormat.of().formatHex(key.permutationSecret()),
                        HexFormat.of().formatHex(key.checkSecret()));
    }

    private static CodeKey parse(int version, Path file, String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            String[] words = line.strip().split("\\s+", 2);
            values.put(words[0], words.length > 1 ? words[1] : "");
        });
        try {
            return new CodeKey(
                    version,
                    HexFormat.of().parseHex(values.getOrDefault("permutation", "")),
                    HexFormat.of().parseHex(values.getOrDefault("check", "")));
        } catch (IllegalArgumentException e) {
            throw new CodeKeysUnusable(file + " is damaged (expected: lines `permutation` and `check` with "
                    + 2 * CodeKey.SECRET_BYTES + " hexadecimal digits each)");
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
