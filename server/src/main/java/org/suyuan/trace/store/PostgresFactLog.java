package org.suyuan.trace.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.shared.Amount;
import org.suyuan.trace.Detail;
import org.suyuan.trace.Fact;
import org.suyuan.trace.FactLog;
import org.suyuan.trace.Part;
import org.suyuan.trace.Run;
import org.suyuan.trace.Series;
import org.suyuan.trace.Statement;
import org.suyuan.trace.Unit;

/**
 * Files statements: five statements a document, however many events and items it has. Series and levels are taken in
 * order of their keys, so that captures at the same time cannot wait for each other in a circle.
 */
@Repository
class PostgresFactLog implements FactLog {
    private final JdbcClient jdbc;
    private final SeriesIds seriesIds;

    PostgresFactLog(JdbcClient jdbc, SeriesIds seriesIds) {
        this.jdbc = jdbc;
        this.seriesIds = seriesIds;
    }

    @Override
    public void append(List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        Map<Series, Integer> ids = seriesIds.ofNewOrKnown(seriesOf(statements));
        List<Row> rows = rows(statements, ids);
        insertLevels(rows);
        insertFacts(statements, ids);
        insertRuns(rows);
        insertVoided(statements);
    }

    private static Set<Series> seriesOf(List<Statement> statements) {
        Set<Series> all = new TreeSet<>();
        for (Statement statement : statements) {
            statement.parts().forEach(part -> all.add(part.series()));
            Unit parent = statement.fact().parent();
            if (parent != null) {
                all.add(parent.series());
            }
        }
        return all;
    }

    private record Row(int series, Part part, int number, Run run, long seq) {}

    private static List<Row> rows(List<Statement> statements, Map<Series, Integer> ids) {
        List<Row> rows = new ArrayList<>();
        for (Statement statement : statements) {
            int number = 0;
            for (Part part : statement.parts()) {
                Integer series = ids.get(part.series());
                if (series == null) {
                    throw new IllegalStateException("series " + part.series() + " has no id (expected: one)");
                }
                for (Run run : Run.of(part.positions())) {
                    rows.add(new Row(series, part, number, run, statement.fact().seq()));
                }
                number++;
            }
        }
        return rows;
    }

    private void insertLevels(List<Row> rows) {
        Map<Integer, Set<Integer>> levels = new TreeMap<>();
        rows.forEach(row -> levels.computeIfAbsent(row.series(), _ -> new TreeSet<>())
                .add(row.run().level()));
        List<int[]> pairs = new ArrayList<>();
        levels.forEach((series, of) -> of.forEach(level -> pairs.add(new int[] {series, level})));
        jdbc.sql("""
                        INSERT INTO trace.series_level (series_id, level)
                        SELECT n.series_id, n.level
                          FROM unnest(:series, :levels) AS n (series_id, level)
                         WHERE NOT EXISTS (SELECT
                                             FROM trace.series_level l
                                            WHERE l.series_id = n.series_id
                                              AND l.level = n.level)
                            ON CONFLICT DO NOTHING
                        """)
                .param("series", pairs.stream().mapToInt(pair -> pair[0]).toArray())
                .param("levels", pairs.stream().mapToInt(pair -> pair[1]).toArray())
                .update();
    }

    private void insertFacts(List<Statement> statements, Map<Series, Integer> ids) {
        Columns<Statement> of = new Columns<>(statements);
        jdbc.sql("""
                        INSERT INTO trace.fact (
                            seq, event_time, kind, declares_error, parent_series, parent_position, event_id, hash, type, action,
                            zone_seconds, biz_step, disposition, place, source, destination, lot, production_date, best_before)
                        SELECT *
                          FROM unnest(
                            :seq, CAST(:time AS timestamptz[]), :kind, :declares, :parentSeries, :parentPosition, :eventId, :hash, :type, :action,
                            :zone, :bizStep, :disposition, :place, :source, :destination, :lot, CAST(:produced AS date[]),
                            CAST(:bestBefore AS date[]))
                        """)
                .param(
                        "seq",
                        of.array(Long[]::new, statement -> statement.fact().seq()))
                .param(
                        "time",
                        of.array(
                                String[]::new,
                                statement -> statement.fact().time().toString()))
                .param("kind", of.array(String[]::new, statement -> kind(statement.fact())))
                .param("declares", of.array(Boolean[]::new, Statement::declaresError))
                .param("parentSeries", of.array(Integer[]::new, statement -> parentSeries(statement.fact(), ids)))
                .param("parentPosition", of.array(Long[]::new, statement -> parentPosition(statement.fact())))
                .param("eventId", detail(of, String[]::new, Detail::eventId))
                .param("hash", of.array(String[]::new, PostgresFactLog::hashIfNotId))
                .param("type", detail(of, String[]::new, Detail::type))
                .param("action", detail(of, String[]::new, Detail::action))
                .param(
                        "zone",
                        detail(of, Integer[]::new, detail -> detail.offset().getTotalSeconds()))
                .param("bizStep", detail(of, String[]::new, Detail::bizStep))
                .param("disposition", detail(of, String[]::new, Detail::disposition))
                .param("place", detail(of, String[]::new, Detail::place))
                .param("source", detail(of, String[]::new, Detail::source))
                .param("destination", detail(of, String[]::new, Detail::destination))
                .param("lot", detail(of, String[]::new, Detail::lot))
                .param("produced", detail(of, String[]::new, detail -> text(detail.productionDate())))
                .param("bestBefore", detail(of, String[]::new, detail -> text(detail.bestBefore())))
                .update();
    }

    private void insertRuns(List<Row> rows) {
        Columns<Row> of = new Columns<>(rows);
        jdbc.sql("""
                        INSERT INTO trace.run (series_id, level, role, part, position, length, seq, lot, amount, uom)
                        SELECT *
                          FROM unnest(:series, :level, :role, :part, :position, :length, :seq, :lot, :amount, :uom)
                        """)
                .param("series", of.array(Integer[]::new, Row::series))
                .param("level", of.array(Integer[]::new, row -> row.run().level()))
                .param("role", of.array(Integer[]::new, row -> row.part().role().ordinal()))
                .param("part", of.array(Integer[]::new, Row::number))
                .param("position", of.array(Long[]::new, row -> row.run().from()))
                .param("length", of.array(Long[]::new, row -> row.run().length()))
                .param("seq", of.array(Long[]::new, Row::seq))
                .param("lot", of.array(Long[]::new, row -> row.part().lot()))
                .param("amount", of.array(BigDecimal[]::new, row -> amount(row.part(), Amount::value)))
                .param("uom", of.array(String[]::new, row -> amount(row.part(), Amount::unit)))
                .update();
    }

    private void insertVoided(List<Statement> statements) {
        List<Statement> declarations =
                statements.stream().filter(Statement::declaresError).toList();
        if (declarations.isEmpty()) {
            return;
        }
        Columns<Statement> of = new Columns<>(declarations);
        jdbc.sql("INSERT INTO trace.voided (name, seq) SELECT * FROM unnest(:name, :seq)")
                .param("name", detail(of, String[]::new, Detail::eventId))
                .param(
                        "seq",
                        of.array(Long[]::new, statement -> statement.fact().seq()))
                .update();
    }

    private static <T> @Nullable T[] detail(
            Columns<Statement> of, IntFunction<@Nullable T[]> array, Function<Detail, @Nullable T> value) {
        return of.array(array, statement -> value.apply(statement.fact().detail()));
    }

    private static String kind(Fact fact) {
        return fact.kind().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer parentSeries(Fact fact, Map<Series, Integer> ids) {
        return fact.parent() == null ? null : ids.get(fact.parent().series());
    }

    private static @Nullable Long parentPosition(Fact fact) {
        return fact.parent() == null ? null : fact.parent().position();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String hashIfNotId(Statement statement) {
        return statement.hash().equals(statement.fact().detail().eventId()) ? null : statement.hash();
    }

    private static <T> @Nullable T amount(Part part, Function<Amount, @Nullable T> field) {
        return part.amount() == null ? null : field.apply(part.amount());
    }
}
