package org.suyuan.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.Suyuan;
import org.suyuan.testing.ChildJvm;
import org.suyuan.testing.TestPostgres;

/** The platform as the operating system sees it: a process on a home. */
class PlatformProcessTests {

    private static final String STARTED = "Started Suyuan";

    @TempDir
    Path home;

    @Test
    void started_twice_on_one_home_the_second_says_so_and_fails_and_the_first_goes_on_and_stops_cleanly()
            throws Exception {
        try (var first = platform("--server.port=0").until(STARTED);
                var second = platform("--server.port=0")) {
            assertThat(second.said()).contains("already running on " + home, "process " + first.pid());
            assertThat(second.exitCode()).isNotZero();

            first.terminate();
            assertThat(first.said()).contains("Stopping PostgreSQL").doesNotContain("ERROR", "terminating connection");
            first.exitCode();
            assertThat(home.resolve("data/postgres-18/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void no_server_is_embedded_when_another_is_named() throws Exception {
        var other = TestPostgres.freshDatabaseAccess();
        try (var platform = platform(
                "--server.port=0",
                "--spring.datasource.url=" + other.url(),
                "--spring.datasource.username=" + other.user(),
                "--spring.datasource.password=" + other.password())) {
            platform.until(STARTED).terminate();
            assertThat(platform.said()).doesNotContain("PostgreSQL 18");
            platform.exitCode();
        }
        assertThat(Files.exists(home.resolve("data"))).isFalse();
        assertThat(Files.exists(home.resolve("lock"))).isFalse();
    }

    private ChildJvm platform(String... arguments) throws Exception {
        var all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--suyuan.home=" + home;
        return ChildJvm.running(Suyuan.class, all);
    }
}
