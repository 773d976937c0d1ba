package org.suyuan.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The contract of the store in memory, filed by level and probed as in PostgreSQL. */
final class MemoryTraceStore implements TraceStore, FactLog {
    private final Map<Series, TreeMap<Integer, TreeMap<Long, List<Row>>>> runs = new HashMap<>();
    private final Map<Long, List<Touch>> parts = new HashMap<>();
    private final Map<Long, Statement> statements = new HashMap<>();
    private final Set<String> voided = new HashSet<>();

    private record Row(Run run, Touch touch) {}

    @Override
    public void append(List<Statement> statements) {
        statements.forEach(this::append);
    }

    private void append(Statement entry) {
        statements.put(entry.fact().seq(), entry);
        if (entry.declaresError()) {
            voided.add(entry.fact().detail().eventId());
        }
        for (Part part : entry.parts()) {
            Touch touch = new Touch(entry.fact(), part);
            parts.computeIfAbsent(entry.fact().seq(), _ -> new ArrayList<>()).add(touch);
            for (Run run : Run.of(part.positions())) {
                runs.computeIfAbsent(part.series(), _ -> new TreeMap<>())
                        .computeIfAbsent(run.level(), _ -> new TreeMap<>())
                        .computeIfAbsent(run.from(), _ -> new ArrayList<>())
                        .add(new Row(run, touch));
            }
        }
    }

    private boolean counts(Fact fact) {
        Statement statement = statements.get(fact.seq());
        return statement != null
                && !statement.declaresError()
                && !voided.contains(fact.detail().eventId())
                && !voided.contains(statement.hash());
    }

    @Override
    public Found<Touch> touching(Units units, Set<Role> roles, Moment before, int limit) {
        List<Touch> found = new ArrayList<>();
        units.forEach((series, positions) -> {
            for (IntervalSet.Interval interval : positions.intervals()) {
                runs.getOrDefault(series, new TreeMap<>())
                        .forEach((level, starts) -> starts.subMap(Run.probeFrom(level, interval.from()), interval.to())
                                .values()
                                .forEach(rows -> {
                                    for (Row row : rows) {
                                        IntervalSet clipped = IntervalSet.of(
                                                        row.run().from(),
                                                        row.run().to())
                                                .slice(interval.from(), interval.to());
                                        if (!clipped.isEmpty()
                                                && roles.contains(
                                                        row.touch().part().role())
                                                && row.touch().moment().isBefore(before)
                                                && counts(row.touch().fact())) {
                                            found.add(new Touch(
                                                    row.touch().fact(),
                                                    row.touch().part().clip(clipped)));
                                        }
                                    }
                                }));
            }
        });
        return cut(found, limit);
    }

    @Override
    public Found<Touch> parts(Collection<Long> seqs, Set<Role> roles, int limit) {
        List<Touch> found = new ArrayList<>();
        for (long seq : new HashSet<>(seqs)) {
            parts.getOrDefault(seq, List.of()).stream()
                    .filter(touch -> roles.contains(touch.part().role()) && counts(touch.fact()))
                    .forEach(found::add);
        }
        return cut(found, limit);
    }

    private static Found<Touch> cut(List<Touch> found, int limit) {
        boolean cut = found.size() > limit;
        return new Found<>(cut ? found.subList(0, limit) : found, cut);
    }
}
