package org.suyuan.organisations.store;

import java.util.Map;
import org.suyuan.shared.access.Scope;

/**
 * The condition that a materialised path begins with another. A range and not a LIKE, so that prepared statements use the
 * index whatever the parameter.
 */
record Under(String sql, Map<String, Object> parameters) {

    static Under of(String column, String path, String name) {
        if (path.equals("/")) {
            return new Under("TRUE", Map.of());
        }
        return new Under(
                "(%1$s ~>=~ :%2$s_from AND %1$s ~<~ :%2$s_to)".formatted(column, name),
                Map.of(name + "_from", path, name + "_to", Scope.Jurisdiction.after(path)));
    }
}
