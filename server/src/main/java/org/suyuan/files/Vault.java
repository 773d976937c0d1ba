package org.suyuan.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;

/**
 * The bytes: {@code SUYUAN_HOME/files/ab/cd/<sha256>}. A file appears there by one rename after its bytes are on the disk, so
 * there is never half of one; what a crash leaves in {@code incoming} is swept away at the next start.
 */
@Component
class Vault {
    /** Of one file; multipart has the same bound in application.yml. */
    static final long FILE_BYTES_MAX = 50L * 1024 * 1024;

    private static final String PREVIEWS = "previews";
    private static final String PNG = ".png";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final Path incoming;

    Vault(@Value("${suyuan.home}") Path home) throws IOException {
        this.folder = home.resolve("files");
        this.incoming = folder.resolve("incoming");
        Files.createDirectories(incoming);
        sweep();
    }

    private void sweep() throws IOException {
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path part : left.toList()) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Bytes that have come in whole and are on the disk, but not yet kept. Closing drops them unless they were. */
    final class Incoming implements AutoCloseable {
        private final Path part;
        private final Sha256 sha256;
        private final long size;

        private Incoming(Path part, Sha256 sha256, long size) {
            this.part = part;
            this.sha256 = sha256;
            this.size = size;
        }

        Path path() {
            return part;
        }

        Sha256 sha256() {
            return sha256;
        }

        long size() {
            return size;
        }

        /** Puts the bytes in their place, where they may be already. */
        void keep() {
            try {
                Path place = place(sha256);
                if (!Files.exists(place)) {
                    Path of = Files.createDirectories(fanned(folder, sha256));
                    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                    force(of);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads a body to its end, onto the disk; one that is too long is refused as soon as it is. */
    Incoming receive(InputStream body) throws IOException {
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        MessageDigest digest = Sha256.digest();
        long size = 0;
        boolean whole = false;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > FILE_BYTES_MAX) {
                    throw new Problem(CommonProblem.TOO_LARGE, "expected: at most " + FILE_BYTES_MAX + " bytes");
                }
                digest.update(buffer, 0, read);
                write(out, ByteBuffer.wrap(buffer, 0, read));
            }
            if (size == 0) {
                throw InvalidInput.of("file", null, "required", "expected: a file that is not empty");
            }
            out.force(true);
            whole = true;
            return new Incoming(part, Sha256.of(digest.digest()), size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    Path place(Sha256 sha256) {
        return fanned(folder, sha256).resolve(sha256.hex());
    }

    Path preview(Sha256 sha256) {
        return fanned(folder.resolve(PREVIEWS), sha256).resolve(sha256.hex() + PNG);
    }

    /** Stores a preview whole or not at all. */
    void storePreview(Sha256 sha256, byte[] png) throws IOException {
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            Files.write(part, png, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            Path of = Files.createDirectories(fanned(folder.resolve(PREVIEWS), sha256));
            Files.move(part, of.resolve(sha256.hex() + PNG), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path fanned(Path root, Sha256 sha256) {
        return root.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex().substring(2, 4));
    }

    /** A rename is durable only when its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
