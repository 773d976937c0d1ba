package org.suyuan.identity;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A key in a file that only its owner reads, made at the first start. Not in the database: whoever gets a copy of the
 * data must not get the keys with it.
 */
final class KeyFile {
    private KeyFile() {}

    static String readOrMake(Path file, Supplier<String> newKey) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Files.createDirectories(folder, ownersOnly("rwx------"));
        if (Files.notExists(file)) {
            write(folder, file, newKey.get());
        }
        return Files.readString(file);
    }

    /** Complete or not at all; the first of two instances on one home wins. */
    private static void write(Path folder, Path file, String key) throws IOException {
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new", ownersOnly("rw-------"));
        try {
            Files.writeString(draft, key);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException other) {
            // its key is as good
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
