package org.suyuan.trace.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.trace.Series;

/** Short numbers for series. */
@Repository
class SeriesIds {
    private final JdbcClient jdbc;

    SeriesIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Series, Integer> ofKnown(Collection<Series> series) {
        Map<Series, Integer> ids = new HashMap<>();
        jdbc.sql("SELECT key, id FROM trace.series WHERE key = ANY (:keys)")
                .param("keys", keys(series))
                .query(rows -> {
                    ids.put(Series.ofKey(rows.getString("key")), rows.getInt("id"));
                });
        return ids;
    }

    /** Numbers new series, in order of their keys: two captures never wait for each other in a circle. */
    Map<Series, Integer> ofNewOrKnown(Collection<Series> series) {
        Map<Series, Integer> known = ofKnown(series);
        if (known.size() == series.size()) {
            return known;
        }
        jdbc.sql("""
                        INSERT INTO trace.series (key)
                        SELECT key
                          FROM unnest(:keys) AS n (key)
                         ORDER BY key
                            ON CONFLICT DO NOTHING
                        """)
                .param(
                        "keys",
                        keys(series.stream()
                                .filter(each -> !known.containsKey(each))
                                .toList()))
                .update();
        return ofKnown(series);
    }

    private static String[] keys(Collection<Series> series) {
        return series.stream().map(Series::key).distinct().toArray(String[]::new);
    }
}
