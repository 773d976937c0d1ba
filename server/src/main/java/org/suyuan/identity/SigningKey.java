package org.suyuan.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The key that signs access tokens, made at the first start and kept in a file that only its owner reads, as a JSON Web
 * Key (RFC 7517). Not in the database: whoever gets a copy of the data must not be able to sign.
 */
final class SigningKey {
    static final String FILE = "oauth2-signing.jwk.json";
    /** RSA, because checking a signature, which every request needs, is several times faster than with curves. */
    private static final int BITS = 3072;

    private SigningKey() {}

    /** @param folder {@code keys} under the platform's home; created when absent */
    static RSAKey in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder, ownersOnly("rwx------"));
            if (Files.notExists(file)) {
                write(file, new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalStateException("the key for access tokens cannot be read or made: " + file, e);
        }
    }

    /** Complete or not at all; the first of two instances on one home wins. */
    private static void write(Path file, RSAKey key) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, FILE, ".new", ownersOnly("rw-------"));
        try {
            Files.writeString(draft, key.toJSONString());
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
