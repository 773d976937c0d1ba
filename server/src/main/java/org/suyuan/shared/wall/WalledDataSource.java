package org.suyuan.shared.wall;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that see what the current thread may see. The pool below hands the same physical connections to
 * everybody, so each remembers the view it was last given, and only a change costs a round trip.
 */
final class WalledDataSource extends DelegatingDataSource {
    private static final Class<?>[] CONNECTION = {Connection.class};

    /** By physical connection; those the pool closed fall out by themselves. */
    private final Map<PGConnection, WalledConnection.Given> given = Collections.synchronizedMap(new WeakHashMap<>());

    WalledDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return walled(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return walled(super.getConnection(username, password));
    }

    private Connection walled(Connection pooled) throws SQLException {
        try {
            WalledConnection wall = new WalledConnection(
                    pooled,
                    given.computeIfAbsent(pooled.unwrap(PGConnection.class), physical -> new WalledConnection.Given()));
            wall.ensure();
            return (Connection) Proxy.newProxyInstance(WalledDataSource.class.getClassLoader(), CONNECTION, wall);
        } catch (SQLException | RuntimeException e) {
            pooled.close();
            throw e;
        }
    }
}
