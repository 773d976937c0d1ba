package org.suyuan.codes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.codes.KeyVersion;
import org.suyuan.codes.KeyVersions;

@Repository
class JdbcKeyVersions implements KeyVersions {
    private final JdbcClient jdbc;

    JdbcKeyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeyVersion> all() {
        return jdbc.sql("""
                        SELECT version, created_at, retired_at, check_value
                        FROM codes.key_version
                        ORDER BY version
                        """).query(JdbcKeyVersions::version).list();
    }

    @Override
    @Transactional
    public void add(KeyVersion version) {
        jdbc.sql("LOCK TABLE codes.key_version IN EXCLUSIVE MODE").update();
        OffsetDateTime at = version.created().atOffset(ZoneOffset.UTC);
        jdbc.sql("UPDATE codes.key_version SET retired_at = :at WHERE retired_at IS NULL")
                .param("at", at)
                .update();
        jdbc.sql("""
                        INSERT INTO codes.key_version (version, created_at, check_value)
                        VALUES (:version, :at, :check)
                        """)
                .param("version", version.version())
                .param("at", at)
                .param("check", version.checkValue())
                .update();
    }

    private static KeyVersion version(ResultSet row, int number) throws SQLException {
        return new KeyVersion(
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("retired_at", OffsetDateTime.class)),
                row.getString("check_value"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
