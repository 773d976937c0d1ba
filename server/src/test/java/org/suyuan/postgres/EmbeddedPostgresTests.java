package org.suyuan.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.testing.ChildJvm;

class EmbeddedPostgresTests {

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    /** Unpacking and initialising take seconds; tests start from a copy of one home, unless they are about just that. */
    @BeforeEach
    void copy_a_prepared_home() throws IOException {
        if (!Files.exists(prepared.resolve("data"))) {
            EmbeddedPostgres.start(prepared, "preparation").close();
        }
        for (var part : List.of("data", "secrets", "postgres")) {
            var copied = Outcome.of(List.of(
                    "cp",
                    "-a",
                    prepared.resolve(part).toString(),
                    folder.resolve(part).toString()));
            assertThat(copied.output()).isEmpty();
        }
    }

    @Test
    void data_survive_a_restart_even_in_a_folder_with_a_long_and_spacious_name() throws Exception {
        var home = folder.resolve("a folder with spaces").resolve("deep".repeat(30));
        try (var first = EmbeddedPostgres.start(home, "first")) {
            run(first, "CREATE TABLE note (text text)", "INSERT INTO note VALUES ('acknowledged')");
        }
        try (var second = EmbeddedPostgres.start(home, "second")) {
            assertThat(ask(second, "SELECT text FROM note")).containsExactly("acknowledged");
        }
    }

    @Test
    void data_survive_kill_9_of_the_process_that_held_them() throws Exception {
        try (var child = ChildJvm.running(HeldDatabase.class, folder.toString())) {
            child.until(HeldDatabase.STORED).kill();
        }
        try (var next = EmbeddedPostgres.start(folder, "next")) {
            assertThat(ask(next, "SELECT text FROM note")).containsExactly("acknowledged");
        }
    }

    @Test
    void a_server_whose_process_was_killed_ends_by_itself() throws Exception {
        try (var child = ChildJvm.running(HeldDatabase.class, folder.toString())) {
            child.until(HeldDatabase.STORED);
            var server = server();
            assertThat(server.isAlive()).isTrue();
            child.kill();
            server.onExit().join();
        }
        try (var left = Files.list(folder.resolve("data/postgres-18"))) {
            assertThat(left).doesNotContain(folder.resolve("data/postgres-18/postmaster.pid"));
        }
    }

    @Test
    void a_server_that_lost_its_supervisor_too_is_replaced_by_the_next_start() throws Exception {
        try (var child = ChildJvm.running(HeldDatabase.class, folder.toString())) {
            child.until(HeldDatabase.STORED);
            var orphan = server();
            child.killWithSupervisor();
            assertThat(orphan.isAlive()).isTrue();
            try (var next = EmbeddedPostgres.start(folder, "next")) {
                assertThat(ask(next, "SELECT text FROM note")).containsExactly("acknowledged");
                assertThat(server().pid()).isNotEqualTo(orphan.pid());
            }
        }
    }

    @Test
    void data_survive_kill_9_of_everything() throws Exception {
        try (var child = ChildJvm.running(HeldDatabase.class, folder.toString())) {
            child.until(HeldDatabase.STORED);
            var server = server();
            child.killWithSupervisor();
            server.destroyForcibly();
        }
        try (var next = EmbeddedPostgres.start(folder, "next")) {
            assertThat(ask(next, "SELECT text FROM note")).containsExactly("acknowledged");
        }
    }

    @Test
    void a_pid_file_that_names_some_other_program_by_now_does_not_hinder_a_start() throws Exception {
        var pidFile = folder.resolve("data/postgres-18/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n");
        try (var next = EmbeddedPostgres.start(folder, "next")) {
            assertThat(ask(next, "SELECT 'serves'")).containsExactly("serves");
        }
    }

    @Test
    void a_second_start_on_one_home_is_refused_and_leaves_the_first_alone() throws Exception {
        try (var child = ChildJvm.running(HeldDatabase.class, folder.toString())) {
            child.until(HeldDatabase.STORED);
            var server = server();
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, "the second process"))
                    .isInstanceOf(PostgresFailure.HomeInUse.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("the first process");
            assertThat(server.isAlive()).isTrue();
            child.kill();
            server.onExit().join();
        }
    }

    @Test
    void a_second_start_in_the_same_process_is_refused_too_and_does_not_open_the_home_to_others() throws Exception {
        try (var first = EmbeddedPostgres.start(folder, "first")) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, "second"))
                    .isInstanceOf(PostgresFailure.HomeInUse.class);
            try (var other = ChildJvm.running(HeldDatabase.class, folder.toString())) {
                other.until("already running");
            }
            assertThat(ask(first, "SELECT 'serves'")).containsExactly("serves");
        }
    }

    @Test
    void an_unpacking_that_was_cut_short_is_done_again() throws Exception {
        var programs = onlyEntry(folder.resolve("postgres"));
        Files.delete(programs.resolve("bin/postgres"));
        Files.write(programs.resolve("bin/postgres"), new byte[4096]);
        Files.createDirectories(programs.resolveSibling(programs.getFileName() + ".partial/bin/postgres"));
        try (var next = EmbeddedPostgres.start(folder, "next")) {
            assertThat(ask(next, "SELECT 'serves'")).containsExactly("serves");
        }
        assertThat(onlyEntry(folder.resolve("postgres"))).isEqualTo(programs);
    }

    @Test
    void the_server_is_durable_speaks_to_this_machine_only_and_keeps_the_application_unprivileged() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, "test")) {
            assertThat(ask(postgres, "SHOW fsync")).containsExactly("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).containsExactly("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).containsExactly("on");
            assertThat(ask(postgres, "SHOW data_checksums")).containsExactly("on");
            assertThat(ask(postgres, "SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(ask(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .containsExactly("f");
            assertThat(ask(
                            postgres,
                            "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'suyuan'"))
                    .containsExactly("bC.UTF-8");
            assertThatThrownBy(
                            () -> new EmbeddedPostgres.Access(postgres.port(), "suyuan", "suyuan", "guess").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void passwords_are_readable_by_their_owner_only() throws Exception {
        var secrets = folder.resolve("secrets");
        assertThat(Files.getPosixFilePermissions(secrets)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(secrets)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** The server's main process, which is no child of ours. */
    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(folder.resolve("data/postgres-18/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static Path onlyEntry(Path folder) {
        try (var entries = Files.list(folder)) {
            var all = entries.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (var connection = postgres.application().connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = postgres.application().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
