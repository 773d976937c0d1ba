package org.suyuan.events.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A statement that grows clause by clause together with its named parameters. */
final class Sql {
    private final StringBuilder text;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Sql(String start) {
        this.text = new StringBuilder(start);
    }

    Sql then(String clause) {
        text.append(clause);
        return this;
    }

    Sql with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    JdbcClient.StatementSpec on(JdbcClient jdbc) {
        return jdbc.sql(text.toString()).params(parameters);
    }
}
