package org.suyuan.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.suyuan.shared.access.Permission;

/** The roles that accounts can have: data over the list of permissions. */
@Component
class Roles {
    private final JdbcClient jdbc;

    Roles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(String code) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity.role WHERE code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    List<Role> all(Locale locale) {
        return jdbc.sql("""
                SELECT r.code, CASE WHEN :english THEN r.name_en ELSE r.name_zh END AS name,
                       ARRAY(SELECT p.permission
                               FROM identity.role_permission p
                              WHERE p.role = r.code
                              ORDER BY p.permission) AS permissions
                  FROM identity.role r
                 ORDER BY r.code
                """)
                .param("english", locale.getLanguage().equals("en"))
                .query((row, index) -> new Role(
                        row.getString("code"),
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("permissions").getArray())
                                .map(Permission::valueOf)
                                .toList()))
                .list();
    }

    /** @param name in the reader's language */
    record Role(String code, String name, List<Permission> permissions) {}
}
