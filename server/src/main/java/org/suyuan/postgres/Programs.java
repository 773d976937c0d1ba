package org.suyuan.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per archive into {@code SUYUAN_HOME/postgres/<digest>}.
 *
 * <p>The folder is named by the archive's digest because the artifact carries no version inside; a new artifact unpacks
 * beside the old one. It appears under that name by one atomic rename, so an unpacking that was cut short is never
 * mistaken for a whole one.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param version for example {@code 18.6}
 */
record Programs(Path folder, String version) {

    private static final Logger log = LoggerFactory.getLogger(Programs.class);
    private static final Pattern VERSION = Pattern.compile("postgres \\(PostgreSQL\\) (\\S+)");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");

    /** Bounds what a damaged archive can write; PostgreSQL 18 unpacks to 60 MB in 1100 entries. */
    private static final long UNPACKED_BYTES_MAX = 500_000_000;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    String majorVersion() {
        return version.replaceFirst("\\..*", "");
    }

    /** Unpacks the programs for this machine unless a sound copy is there. The caller holds the home's lock. */
    static Programs in(Path home) {
        var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var place = home.resolve("postgres").resolve(digest(archive));
        var version = version(place);
        if (version == null) {
            unpack(archive, place);
            version = version(place);
        }
        if (version == null) {
            throw new PostgresFailure(
                    "The PostgreSQL programs in %s do not run on this machine (%s). They need glibc; on another C library use your own server: set SPRING_DATASOURCE_URL."
                            .formatted(place, archive));
        }
        return new Programs(place, version);
    }

    /** The name by which the {@code io.zonky.test.postgres} artifacts hold the archive of one platform. */
    static String archiveName(String system, String architecture) {
        var kernel = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = switch (architecture) {
            case "aarch64", "arm64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            default -> architecture;
        };
        return "postgres-" + kernel + "-" + machine + ".txz";
    }

    private static InputStream open(String archive) {
        var stream = Programs.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new PostgresFailure(
                    "This build carries no PostgreSQL for this machine (%s is missing). Build Suyuan on this kind of machine, or use your own server: set SPRING_DATASOURCE_URL."
                            .formatted(archive));
        }
        return stream;
    }

    private static String digest(String archive) {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the unpacked server for its version, which also shows that it is whole and runs here. */
    private static @Nullable String version(Path place) {
        var server = place.resolve("bin/postgres");
        if (!Files.isExecutable(server)) {
            return null;
        }
        var outcome = Outcome.of(List.of(server.toString(), "--version"));
        var said = VERSION.matcher(outcome.output());
        return outcome.succeeded() && said.find() ? said.group(1) : null;
    }

    private static void unpack(String archive, Path place) {
        var partial = place.resolveSibling(place.getFileName() + ".partial");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            log.info("Unpacking PostgreSQL into {}", place);
            FileSystemUtils.deleteRecursively(partial);
            FileSystemUtils.deleteRecursively(place);
            Files.createDirectories(partial);
            unpack(tar, partial);
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresFailure("Cannot unpack PostgreSQL into " + place + ": " + e.getMessage(), e);
        }
    }

    static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        long written = 0;
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            written += entry.getSize();
            if (written > UNPACKED_BYTES_MAX) {
                throw new IOException("archive unpacks to more than " + UNPACKED_BYTES_MAX + " bytes");
            }
            write(tar, entry, target);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var path = inside(target, target.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, FOLDER);
            return;
        }
        var folder = Objects.requireNonNull(path.getParent());
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(target.toRealPath())) {
            throw escapes(entry);
        }
        if (entry.isSymbolicLink()) {
            inside(target, folder.resolve(entry.getLinkName()), entry);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile() && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, (entry.getMode() & 0100) != 0 ? PROGRAM : FILE);
        } else {
            throw new IOException("unexpected archive entry " + entry.getName());
        }
    }

    private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
        var normal = path.normalize();
        if (!normal.startsWith(target.normalize())) {
            throw escapes(entry);
        }
        return normal;
    }

    private static IOException escapes(TarArchiveEntry entry) {
        return new IOException("archive entry " + entry.getName() + " points outside the target folder");
    }
}
