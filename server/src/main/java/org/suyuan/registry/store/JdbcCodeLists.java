package org.suyuan.registry.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.CodeValue;

/** The lists change with a migration only, so each is read once. */
@Repository
class JdbcCodeLists implements CodeLists {
    private final JdbcClient jdbc;
    private final Map<CodeList, Map<String, CodeValue>> known = new ConcurrentHashMap<>();

    JdbcCodeLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CodeValue> values(CodeList list) {
        return List.copyOf(byCode(list).values());
    }

    @Override
    public Map<String, CodeValue> byCode(CodeList list) {
        return known.computeIfAbsent(list, this::read);
    }

    private Map<String, CodeValue> read(CodeList list) {
        Map<String, CodeValue> byCode = new LinkedHashMap<>();
        rows(list).forEach(value -> byCode.put(value.code(), value));
        return Collections.unmodifiableMap(byCode);
    }

    private List<CodeValue> rows(CodeList list) {
        return jdbc.sql("""
                SELECT code, parent, name_zh, name_en
                FROM registry.%s
                ORDER BY position
                """.formatted(table(list)))
                .query((row, number) -> new CodeValue(
                        row.getString("code"),
                        row.getString("parent"),
                        row.getString("name_zh"),
                        row.getString("name_en")))
                .list();
    }

    private static String table(CodeList list) {
        return switch (list) {
            case OPERATOR_KINDS -> "operator_kind";
            case SITE_ROLES -> "site_role";
            case PRODUCT_CATEGORIES -> "product_category";
            case STORAGE_CONDITIONS -> "storage_condition";
        };
    }
}
