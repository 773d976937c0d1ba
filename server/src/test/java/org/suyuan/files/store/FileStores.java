package org.suyuan.files.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.files.FileRows;

/** The real store for tests of the module's root. */
public final class FileStores {
    private FileStores() {}

    public static FileRows on(JdbcClient jdbc) {
        return new JdbcFileRows(jdbc);
    }
}
