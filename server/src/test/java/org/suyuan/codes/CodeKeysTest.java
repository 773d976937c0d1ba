package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.suyuan.registry.Product;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.TestPostgres;

class CodeKeysTest {
    private final DataSource database = TestPostgres.freshDatabase();
    private final Path home = CodesWorld.freshHome();

    @Test
    void the_first_start_makes_a_key_that_only_the_platform_can_read_and_the_database_does_not_hold()
            throws IOException {
        try (CodesWorld world = CodesWorld.on(database, home)) {
            KeyVersion version =
                    world.get(CodeKeys.class).versions(CodesWorld.STATE).getFirst();
            assertThat(version.version()).isEqualTo(10);
            assertThat(version.retired()).isNull();
            Path file = home.resolve("keys/codes-10.key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
            String stored = world.jdbc()
                    .sql("SELECT string_agg(k::text, '') FROM codes.key_version k")
                    .query(String.class)
                    .single();
            Files.readString(file)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> assertThat(stored).doesNotContain(line.split(" ")[1]));
        }
    }

    @Test
    void a_missing_or_wrong_key_file_stops_the_start_and_says_which_file_and_what_to_do() throws IOException {
        CodesWorld.on(database, home).close();
        Path file = home.resolve("keys/codes-10.key");
        String right = Files.readString(file);

        Files.delete(file);
        assertThatThrownBy(() -> CodesWorld.on(database, home))
                .rootCause()
                .hasMessageContaining("codes-10.key")
                .hasMessageContaining("is missing")
                .hasMessageContaining("put the file back");

        new KeyFolder(home).write(CodeKey.random(10, new SecureRandom()));
        assertThatThrownBy(() -> CodesWorld.on(database, home))
                .rootCause()
                .hasMessageContaining("check value")
                .hasMessageContaining("every genuine code would be called counterfeit");

        Files.writeString(file, right.substring(0, right.length() - 20));
        assertThatThrownBy(() -> CodesWorld.on(database, home)).rootCause().hasMessageContaining("is damaged");

        Files.writeString(file, right);
        CodesWorld.on(database, home).close();
    }

    @Test
    void codes_of_earlier_keys_verify_after_rotation_and_after_a_restart() {
        String oldCode;
        String newCode;
        String oldSupervision;
        String newSupervision;
        Product product;
        try (CodesWorld world = CodesWorld.on(database, home)) {
            product = world.product();
            oldCode = world.code(world.issue(product, CodeKind.GS1_SERIAL, 1_000), 7);
            oldSupervision = world.code(world.issue(product, CodeKind.SUPERVISION, 1_000), 7);
            world.get(CodeKeys.class).rotate(CodesWorld.STATE);
            newCode = world.code(world.issue(product, CodeKind.GS1_SERIAL, 1_000), 7);
            newSupervision = world.code(world.issue(product, CodeKind.SUPERVISION, 1_000), 7);
        }
        assertThat(oldCode).startsWith("10");
        assertThat(newCode).startsWith("11");
        assertThat(newSupervision.substring(0, 7)).isNotEqualTo(oldSupervision.substring(0, 7));
        try (CodesWorld world = CodesWorld.on(database, home)) {
            String gtin = Objects.requireNonNull(product.gtin()).value();
            for (String code : new String[] {oldCode, newCode}) {
                VerificationAnswer answer = world.verify("(01)" + gtin + "(21)" + code, Sources.unknown());
                assertThat(answer.verdict()).isEqualTo(new Verdict.NotYetCommissioned());
            }
            for (String code : new String[] {oldSupervision, newSupervision}) {
                assertThat(world.verify(code, Sources.unknown()).verdict()).isEqualTo(new Verdict.NotYetCommissioned());
            }
            assertThat(world.get(CodeKeys.class).versions(CodesWorld.STATE))
                    .extracting(KeyVersion::version, version -> version.retired() != null)
                    .containsExactly(tuple(10, true), tuple(11, false));
        }
    }

    @Test
    void a_key_file_that_the_database_does_not_know_is_never_used_again() {
        CodesWorld.on(database, home).close();
        new KeyFolder(home).write(CodeKey.random(11, new SecureRandom()));
        try (CodesWorld world = CodesWorld.on(database, home)) {
            assertThat(world.get(CodeKeys.class).rotate(CodesWorld.STATE).version())
                    .isEqualTo(12);
        }
    }

    @Test
    void only_who_may_rotate_keys_sees_or_rotates_them() {
        try (CodesWorld world = CodesWorld.on(database, home)) {
            var issuer = CodesWorld.actor(new Scope.Everything(), EnumSet.of(Permission.CODES_ISSUE));
            assertThatThrownBy(() -> world.get(CodeKeys.class).rotate(issuer)).isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> world.get(CodeKeys.class).versions(issuer)).isInstanceOf(AccessRefused.class);
        }
    }
}
