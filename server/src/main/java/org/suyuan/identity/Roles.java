package org.suyuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.access.Permission;

/** The roles that posts can have. */
@Component
class Roles {
    /** Columns of a role under table alias {@code r}, for {@link #role}. */
    static final String COLUMNS = """
            r.code AS role_code, r.name_zh AS role_zh, r.name_en AS role_en, r.reach, r.assignable_to,
            r.second_factor_required, r.revision AS role_revision,
            ARRAY(SELECT rp.permission FROM identity.role_permission rp WHERE rp.role = r.code) AS permissions
            """;

    private static final String SELECT = "SELECT " + COLUMNS + "FROM identity.role r\n";

    private final JdbcClient jdbc;

    Roles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Role> all() {
        return jdbc.sql(SELECT + "ORDER BY r.code").query(Roles::role).list();
    }

    Map<String, Role> byCode() {
        return all().stream().collect(Collectors.toMap(Role::code, Function.identity()));
    }

    Optional<Role> find(String code) {
        return jdbc.sql(SELECT + "WHERE r.code = :code")
                .param("code", code)
                .query(Roles::role)
                .optional();
    }

    /** Locks the role until the transaction ends; posts given meanwhile wait. */
    Optional<Role> hold(String code) {
        jdbc.sql("SELECT FROM identity.role WHERE code = :code FOR UPDATE")
                .param("code", code)
                .query((row, index) -> code)
                .optional();
        return find(code);
    }

    /** Keeps the role from changing until the transaction ends, while others may keep it too. */
    Optional<Role> share(String code) {
        jdbc.sql("SELECT FROM identity.role WHERE code = :code FOR SHARE")
                .param("code", code)
                .query((row, index) -> code)
                .optional();
        return find(code);
    }

    /** Creates the role or replaces what it is. */
    void put(Role role) {
        jdbc.sql("""
                INSERT INTO identity.role (code, name_zh, name_en, reach, assignable_to, second_factor_required)
                VALUES (:code, :nameZh, :nameEn, :reach, :assignableTo, :secondFactorRequired)
                ON CONFLICT (code) DO UPDATE
                   SET name_zh = :nameZh, name_en = :nameEn, reach = :reach, assignable_to = :assignableTo,
                       second_factor_required = :secondFactorRequired, revision = role.revision + 1
                """)
                .param("code", role.code())
                .param("nameZh", role.nameZh())
                .param("nameEn", role.nameEn())
                .param("reach", role.reach().name())
                .param("assignableTo", role.assignableTo().toArray(String[]::new))
                .param("secondFactorRequired", role.secondFactorRequired())
                .update();
        jdbc.sql("DELETE FROM identity.role_permission WHERE role = :role")
                .param("role", role.code())
                .update();
        jdbc.sql("""
                INSERT INTO identity.role_permission (role, permission)
                SELECT :role, unnest(:permissions::text[])
                """)
                .param("role", role.code())
                .param(
                        "permissions",
                        role.permissions().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    static Role role(ResultSet row, int index) throws SQLException {
        return new Role(
                row.getString("role_code"),
                row.getString("role_zh"),
                row.getString("role_en"),
                Arrays.stream((String[]) row.getArray("permissions").getArray())
                        .map(Permission::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Role.Reach.valueOf(row.getString("reach")),
                List.of((String[]) row.getArray("assignable_to").getArray()),
                row.getBoolean("second_factor_required"),
                row.getInt("role_revision"));
    }
}
