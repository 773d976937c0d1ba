package org.suyuan.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that signs access tokens, as a JSON Web Key (RFC 7517) in a {@link KeyFile}. */
final class SigningKey {
    static final String FILE = "oauth2-signing.jwk.json";
    /** RSA, because checking a signature, which every request needs, is several times faster than with curves. */
    private static final int BITS = 3072;

    private SigningKey() {}

    /** @param folder {@code keys} under the platform's home; created when absent */
    static RSAKey in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return RSAKey.parse(KeyFile.readOrMake(file, SigningKey::generate));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the key for access tokens cannot be read or made: " + file, e);
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }
}
