package org.suyuan.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
    })
    void each_platform_has_its_archive(String system, String architecture, String archive) {
        assertThat(Programs.archiveName(system, architecture)).isEqualTo(archive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "lib/../../outside", "/outside"})
    void an_archive_entry_that_points_outside_the_folder_is_refused(String name) {
        var target = folder.resolve("target");
        assertThatThrownBy(() -> unpack(target, file(name)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void an_archive_cannot_write_through_a_link_to_somewhere_else() {
        var target = folder.resolve("target");
        assertThatThrownBy(() -> unpack(target, link("lib", "../..")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> unpack(target, link("lib", folder.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void links_inside_the_folder_are_kept() throws IOException {
        var target = folder.resolve("target");
        unpack(target, file("lib/libpq.so.5.18"), link("lib/libpq.so", "libpq.so.5.18"));
        assertThat(target.resolve("lib/libpq.so")).isSymbolicLink().hasContent("x");
    }

    private void unpack(Path target, TarArchiveEntry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var entry : entries) {
                tar.putArchiveEntry(entry);
                tar.write(new byte[] {'x'}, 0, (int) entry.getSize());
                tar.closeArchiveEntry();
            }
        }
        Files.createDirectories(target);
        Programs.unpack(new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray())), target);
    }

    private static TarArchiveEntry file(String name) {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(1);
        return entry;
    }

    private static TarArchiveEntry link(String name, String to) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(to);
        return entry;
    }
}
