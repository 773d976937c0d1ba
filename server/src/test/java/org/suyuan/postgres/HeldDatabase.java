package org.suyuan.postgres;

import java.nio.file.Path;

/** A process that stores one row, says so, and then holds its server until it is killed. */
final class HeldDatabase {

    static final String STORED = "row stored";

    private HeldDatabase() {}

    public static void main(String[] home) throws Exception {
        var postgres = EmbeddedPostgres.start(Path.of(home[0]), "the first process");
        try (var connection = postgres.application().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS note (text text NOT NULL)");
            statement.execute("INSERT INTO note VALUES ('acknowledged')");
        }
        System.out.println(STORED);
        Thread.currentThread().join();
    }
}
