package org.suyuan.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.RegionMove.Step;
import org.suyuan.shared.access.Actor;

/** Keeps moves of regions and applies them to the table of regions: when they are made, and again after a new edition is loaded. */
@Repository
class RegionRows {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    RegionRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A move with everything stated: codes by their significant digits. */
    record Row(
            String code,
            String newCode,
            @Nullable String newParent,
            String nameZh,
            String shortName,
            String nameEn,
            LocalDate from) {}

    void keep(Actor actor, Row move, String reason, @Nullable String legalBasis) {
        jdbc.sql("""
                        INSERT INTO registry.region_move (code, new_code, new_parent, name_zh, short_name, name_en,
                            effective_from, reason, legal_basis, moved_at, moved_by, moved_by_name)
                        VALUES (:code, :new_code, :new_parent, :name_zh, :short_name, :name_en,
                            :from, :reason, :legal_basis, :now, :actor, :actor_name)
                        """)
                .param("code", move.code())
                .param("new_code", move.newCode())
                .param("new_parent", move.newParent())
                .param("name_zh", move.nameZh())
                .param("short_name", move.shortName())
                .param("name_en", move.nameEn())
                .param("from", move.from())
                .param("reason", reason)
                .param("legal_basis", legalBasis)
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor.id().value())
                .param("actor_name", actor.name())
                .update();
    }

    /** Brings a freshly loaded edition up to the moves made here; those that it knows already find nothing to do. */
    void applyAll() {
        jdbc
                .sql("""
                        SELECT m.code, m.new_code, m.new_parent, m.name_zh, m.short_name, m.name_en, m.effective_from
                        FROM registry.region_move AS m
                        ORDER BY m.number
                        """)
                .query((row, number) -> new Row(
                        row.getString("code"),
                        row.getString("new_code"),
                        row.getString("new_parent"),
                        row.getString("name_zh"),
                        row.getString("short_name"),
                        row.getString("name_en"),
                        row.getObject("effective_from", LocalDate.class)))
                .list()
                .stream()
                .filter(move -> !known(move))
                .forEach(this::apply);
    }

    /** Whether a period of the new code begins on the day, or the old code is out of force by then. */
    private boolean known(Row move) {
        return jdbc.sql("""
                        SELECT EXISTS (
                                   SELECT 1 FROM registry.region AS t WHERE t.code = :new_code AND t.valid_from = :from)
                            OR NOT EXISTS (
                                   SELECT 1 FROM registry.region AS t
                                   WHERE t.code = :code AND t.valid_from < :from AND :from < t.valid_to)
                        """)
                .param("code", move.code())
                .param("new_code", move.newCode())
                .param("from", move.from())
                .query(Boolean.class)
                .single();
    }

    /** Codes with the digits of the new one that mean something from the day on: they would mean two things. */
    boolean taken(String newCode, LocalDate from) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM registry.region AS t
                            WHERE left(t.code, length(:new_code)) = :new_code AND :from < t.valid_to)
                        """)
                .param("new_code", newCode)
                .param("from", from)
                .query(Boolean.class)
                .single();
    }

    /**
     * Ends the periods of the old codes and begins those of the new. A renamed region is one row; one with another code takes
     * the regions in it along, their first digits changed alike.
     *
     * @return the regions before and after, the moved one first
     */
    List<Pair> apply(Row move) {
        boolean coded = !move.code().equals(move.newCode());
        List<Period> before = jdbc.sql("""
                        SELECT t.code, t.valid_from, t.valid_to, t.parent, t.path, t.name_zh, t.short_name, t.name_en,
                               t.latitude, t.longitude
                        FROM registry.region AS t
                        WHERE (t.code = :code OR :coded AND left(t.code, length(:code)) = :code)
                          AND :from < t.valid_to
                        ORDER BY t.code, t.valid_from
                        """)
                .param("code", move.code())
                .param("coded", coded)
                .param("from", move.from())
                .query(RegionRows::period)
                .list();
        String around = move.newParent() == null ? "/" : path(move.newParent(), move.from());
        String oldPath = before.getFirst().path();
        List<Pair> pairs = before.stream()
                .map(old -> new Pair(old, successor(move, old, oldPath, around + move.newCode() + "/")))
                .toList();
        end(before, move.from());
        insert(pairs.stream().map(Pair::after).toList());
        return pairs;
    }

    private static Period successor(Row move, Period old, String oldPath, String newPath) {
        boolean itself = old.code().equals(move.code());
        String within = Stream.of(old.path().substring(oldPath.length()).split("/"))
                .filter(step -> !step.isEmpty())
                .map(step -> recoded(move, step) + "/")
                .collect(Collectors.joining());
        return new Period(
                recoded(move, old.code()),
                old.from().isBefore(move.from()) ? move.from() : old.from(),
                old.to(),
                itself ? move.newParent() : recoded(move, Objects.requireNonNull(old.parent())),
                newPath + within,
                itself ? move.nameZh() : old.nameZh(),
                itself ? move.shortName() : old.shortName(),
                itself ? move.nameEn() : old.nameEn(),
                old.latitude(),
                old.longitude());
    }

    private static String recoded(Row move, String code) {
        return move.newCode() + code.substring(move.code().length());
    }

    private String path(String code, LocalDate on) {
        return jdbc.sql("""
                        SELECT t.path
                        FROM registry.region AS t
                        WHERE t.code = :code AND t.valid_from <= :on AND :on < t.valid_to
                        """)
                .param("code", code)
                .param("on", on)
                .query(String.class)
                .single();
    }

    /** What had not begun by the day begins under the new code; what had ends. */
    private void end(List<Period> periods, LocalDate day) {
        batches.batchUpdate(
                "DELETE FROM registry.region WHERE code = :code AND valid_from = :from",
                periods.stream()
                        .filter(period -> !period.from().isBefore(day))
                        .map(RegionRows::parameters)
                        .toArray(SqlParameterSource[]::new));
        batches.batchUpdate(
                "UPDATE registry.region SET valid_to = :day WHERE code = :code AND valid_from = :from",
                periods.stream()
                        .filter(period -> period.from().isBefore(day))
                        .map(period -> parameters(period).addValue("day", day))
                        .toArray(SqlParameterSource[]::new));
    }

    private void insert(List<Period> periods) {
        batches.batchUpdate("""
                INSERT INTO registry.region (code, valid_from, valid_to, parent, path, name_zh, short_name, name_en, latitude,
                    longitude)
                VALUES (:code, :from, :to, :parent, :path, :name_zh, :short_name, :name_en, :latitude, :longitude)
                """, periods.stream().map(RegionRows::parameters).toArray(SqlParameterSource[]::new));
    }

    /** Days as the driver gives them: the least and the greatest date for the infinities. */
    private record Period(
            String code,
            LocalDate from,
            LocalDate to,
            @Nullable String parent,
            String path,
            String nameZh,
            String shortName,
            String nameEn,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** One region's path before and after; other parts are nobody's concern. */
    record Pair(Period before, Period after) {
        boolean moved() {
            return !before.path().equals(after.path());
        }

        Step step() {
            return new Step(before.path(), after.path());
        }
    }

    private static Period period(ResultSet row, int number) throws SQLException {
        return new Period(
                row.getString("code"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("parent"),
                row.getString("path"),
                row.getString("name_zh"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class));
    }

    private static MapSqlParameterSource parameters(Period period) {
        return new MapSqlParameterSource()
                .addValue("code", period.code())
                .addValue("from", period.from())
                .addValue("to", period.to())
                .addValue("parent", period.parent())
                .addValue("path", period.path())
                .addValue("name_zh", period.nameZh())
                .addValue("short_name", period.shortName())
                .addValue("name_en", period.nameEn())
                .addValue("latitude", period.latitude())
                .addValue("longitude", period.longitude());
    }
}
