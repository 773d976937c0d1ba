package org.suyuan.postgres;

import java.nio.file.Path;
import java.util.List;

/** The embedded server cannot serve. The message says what was tried and what the person at the machine can do. */
public sealed class PostgresFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresFailure(String message) {
        super(message);
    }

    PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Another process runs on this home. It is left alone. */
    public static final class HomeInUse extends PostgresFailure {

        private static final long serialVersionUID = 1L;

        HomeInUse(Path home, String holder) {
            super(
                    "Suyuan is already running on %s (%s). It was left alone. Stop it first, or choose another folder with SUYUAN_HOME."
                            .formatted(home, holder));
        }
    }

    /** No way was found to give PostgreSQL, which refuses to run as root, an ordinary user. */
    public static final class NoOrdinaryUser extends PostgresFailure {

        private static final long serialVersionUID = 1L;

        NoOrdinaryUser(List<String> tried) {
            super("""
                    PostgreSQL refuses to run as root, and no way to run it otherwise works here. Tried: %s.
                    Any one of these helps:
                      - start Suyuan as an ordinary user;
                      - install util-linux (it has unshare and setpriv) and allow user namespaces, or place SUYUAN_HOME \
                    in a folder that other users may enter;
                      - use your own PostgreSQL 18 server: set SPRING_DATASOURCE_URL.""".formatted(String.join("; ", tried)));
        }
    }
}
