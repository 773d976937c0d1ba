package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsTest {
    private static final byte[] SECRET = "the secret of an app".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_sealed_secret_opens_for_its_owner_only(@TempDir Path home) {
        var secrets = new SealedSecrets(home);
        byte[] sealed = secrets.seal(SECRET, "lin");

        assertThat(secrets.open(sealed, "lin")).isEqualTo(SECRET);
        assertThatThrownBy(() -> secrets.open(sealed, "chen")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_secret_never_looks_the_same_and_never_like_itself(@TempDir Path home) {
        var secrets = new SealedSecrets(home);
        byte[] sealed = secrets.seal(SECRET, "lin");

        assertThat(secrets.seal(SECRET, "lin")).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void one_changed_bit_is_noticed(@TempDir Path home) {
        var secrets = new SealedSecrets(home);
        byte[] sealed = secrets.seal(SECRET, "lin");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> secrets.open(sealed, "lin")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.open(new byte[0], "lin")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_key_outlives_the_process_in_a_file_of_its_owner_alone(@TempDir Path home) throws Exception {
        byte[] sealed = new SealedSecrets(home).seal(SECRET, "lin");

        assertThat(new SealedSecrets(home).open(sealed, "lin")).isEqualTo(SECRET);
        Path file = home.resolve("keys").resolve(SealedSecrets.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
