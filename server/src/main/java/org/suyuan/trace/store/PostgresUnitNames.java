package org.suyuan.trace.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.trace.Series;
import org.suyuan.trace.Unit;
import org.suyuan.trace.UnitNames;

@Repository
class PostgresUnitNames implements UnitNames {
    private final JdbcClient jdbc;
    private final SeriesIds seriesIds;

    PostgresUnitNames(JdbcClient jdbc, SeriesIds seriesIds) {
        this.jdbc = jdbc;
        this.seriesIds = seriesIds;
    }

    @Override
    public Map<String, Long> positions(Collection<String> uris) {
        Map<String, Long> positions = new HashMap<>();
        jdbc.sql("SELECT uri, id FROM trace.named_unit WHERE uri = ANY (:uris)")
                .param("uris", uris.toArray(String[]::new))
                .query(rows -> {
                    positions.put(rows.getString("uri"), rows.getLong("id"));
                });
        return positions;
    }

    /** New names go in by order of the URIs: two captures never wait for each other in a circle. */
    @Override
    public Map<String, Long> newOrKnownPositions(Collection<String> uris) {
        Map<String, Long> known = positions(uris);
        if (known.size() == uris.size()) {
            return known;
        }
        jdbc.sql("""
                        INSERT INTO trace.named_unit (uri)
                        SELECT uri
                          FROM unnest(:uris) AS n (uri)
                         ORDER BY uri
                            ON CONFLICT DO NOTHING
                        """)
                .param(
                        "uris",
                        uris.stream().filter(uri -> !known.containsKey(uri)).toArray(String[]::new))
                .update();
        return positions(uris);
    }

    @Override
    public Map<Long, String> uris(Collection<Long> positions) {
        Map<Long, String> uris = new HashMap<>();
        jdbc.sql("SELECT id, uri FROM trace.named_unit WHERE id = ANY (:ids)")
                .param("ids", positions.stream().mapToLong(Long::longValue).toArray())
                .query(rows -> {
                    uris.put(rows.getLong("id"), rows.getString("uri"));
                });
        return uris;
    }

    @Override
    public Map<Unit, String> serials(Collection<Unit> units) {
        Map<Unit, String> serials = new HashMap<>();
        List<Unit> asked = List.copyOf(units);
        jdbc.sql("""
                        SELECT s.key, h.position, h.serial
                          FROM unnest(:keys, :positions) AS q (key, position)
                          JOIN trace.series s ON s.key = q.key
                          JOIN trace.hashed_serial h ON h.series_id = s.id
                           AND h.position = q.position
                        """)
                .param("keys", asked.stream().map(unit -> unit.series().key()).toArray(String[]::new))
                .param("positions", asked.stream().mapToLong(Unit::position).toArray())
                .query(rows -> {
                    Unit unit = new Unit(Series.ofKey(rows.getString("key")), rows.getLong("position"));
                    serials.put(unit, rows.getString("serial"));
                });
        return serials;
    }

    @Override
    public Map<Unit, String> keepSerials(Map<Unit, String> serials) {
        Map<Unit, String> kept = serials(serials.keySet());
        if (kept.size() == serials.size()) {
            return kept;
        }
        Set<Unit> missing = new HashSet<>(serials.keySet());
        missing.removeAll(kept.keySet());
        Set<Series> series = new HashSet<>();
        missing.forEach(unit -> series.add(unit.series()));
        Map<Series, Integer> ids = seriesIds.ofNewOrKnown(series);
        Columns<Unit> of = new Columns<>(new ArrayList<>(missing));
        jdbc.sql("""
                        INSERT INTO trace.hashed_serial (series_id, position, serial)
                        SELECT series_id, position, serial
                          FROM unnest(:series, :positions, :serials) AS n (series_id, position, serial)
                         ORDER BY series_id, position
                            ON CONFLICT DO NOTHING
                        """)
                .param("series", of.array(Integer[]::new, unit -> ids.get(unit.series())))
                .param("positions", of.array(Long[]::new, Unit::position))
                .param("serials", of.array(String[]::new, serials::get))
                .update();
        kept.putAll(serials(missing));
        return kept;
    }
}
