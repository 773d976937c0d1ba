package org.suyuan.registry.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.CodeValue;

@Repository
class JdbcCodeLists implements CodeLists {
    private final JdbcClient jdbc;

    JdbcCodeLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CodeValue> values(CodeList list) {
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

    @Override
    public Map<String, CodeValue> byCode(CodeList list) {
        Map<String, CodeValue> byCode = new LinkedHashMap<>();
        values(list).forEach(value -> byCode.put(value.code(), value));
        return byCode;
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
