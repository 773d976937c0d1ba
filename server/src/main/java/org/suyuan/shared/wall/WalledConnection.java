package org.suyuan.shared.wall;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A pooled connection that makes sure, before each statement is made, that the database shows it the view of the thread
 * that makes it. Looking at every statement and not once a connection is what lets {@link SecondWall#outside} work within
 * a transaction.
 */
final class WalledConnection implements InvocationHandler {
    /** Plans are made for the value, never for any: the best way to a township's rows is a bad one to a province's. */
    private static final String SHOW = """
            SELECT set_config('role', ?, FALSE), set_config('suyuan.region_from', ?, FALSE),
                   set_config('suyuan.region_to', ?, FALSE), set_config('suyuan.operator', ?, FALSE),
                   set_config('suyuan.organisation', ?, FALSE), set_config('suyuan.actor', ?, FALSE),
                   set_config('plan_cache_mode', ?, FALSE)
            """;

    /** The view that the session has; null while that is not certain. A fresh session is the owner's. */
    static final class Given {
        private @Nullable View view = View.OWNER;
    }

    private final Connection pooled;
    private final Given given;

    WalledConnection(Connection pooled, Given given) {
        this.pooled = pooled;
        this.given = given;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "createStatement", "prepareStatement", "prepareCall", "unwrap" -> ensure();
            case "rollback" -> given.view = null; // with the transaction goes what it was told
            default -> {}
        }
        try {
            return method.invoke(pooled, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    void ensure() throws SQLException {
        View wanted = SecondWall.current();
        if (wanted.equals(given.view)) {
            return;
        }
        given.view = null;
        try (PreparedStatement show = pooled.prepareStatement(SHOW)) {
            show.setString(1, wanted.role());
            show.setString(2, wanted.regionFrom());
            show.setString(3, wanted.regionTo());
            show.setString(4, wanted.operator());
            show.setString(5, wanted.organisation());
            show.setString(6, wanted.actor());
            show.setString(7, wanted.equals(View.OWNER) ? "auto" : "force_custom_plan");
            show.execute();
        }
        given.view = wanted;
    }
}
