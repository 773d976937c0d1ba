package org.suyuan.organisations.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.organisations.Change;
import org.suyuan.organisations.OrganisationRegister.Order;
import org.suyuan.organisations.Place;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionMove;
import org.suyuan.registry.RegionPaths;
import org.suyuan.shared.OrganisationId;

/** A body stays where it is when its region gets another code: its history says so, and its days before keep the old code. */
@Repository
class OrganisationPaths implements RegionPaths {
    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Forest forest;

    OrganisationPaths(JdbcClient jdbc, Decisions decisions, Forest forest) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.forest = forest;
    }

    /** A body on a path that is no more, from the day of the move or the later day on which it comes there. */
    private record Concerned(OrganisationId id, String path, LocalDate from) {}

    @Override
    public long moved(RegionMove move) {
        forest.lock();
        Map<String, String> after = new HashMap<>();
        move.steps().forEach(step -> after.put(step.from(), step.to()));
        List<Concerned> concerned = concerned(move);
        Set<OrganisationId> ids = new LinkedHashSet<>();
        for (Concerned body : concerned) {
            Change change = new Change.Followed(place(Objects.requireNonNull(after.get(body.path()))));
            decisions.append(move.actor(), body.id(), change, new Order(body.from(), move.reason(), move.legalBasis()));
            decisions.revise(body.id(), change, body.from());
            ids.add(body.id());
        }
        forest.grow(ids, "/code");
        return ids.size();
    }

    private List<Concerned> concerned(RegionMove move) {
        return jdbc.sql("""
                        SELECT t.organisation_id, t.region_path, greatest(t.valid_from, :since) AS since
                        FROM organisations.period AS t
                        WHERE t.region_path = ANY (:from)
                          AND :since < t.valid_to
                        ORDER BY t.organisation_id, t.valid_from
                        """)
                .param("from", move.from())
                .param("since", move.since())
                .query((row, number) -> new Concerned(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("region_path"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    private static Place place(String path) {
        List<String> codes = new ArrayList<>(
                Stream.of(path.split("/")).filter(code -> !code.isEmpty()).toList());
        return new Place(new RegionCode(codes.getLast()), path);
    }
}
