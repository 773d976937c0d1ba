package org.suyuan.organisations.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.Change;
import org.suyuan.organisations.Decision;
import org.suyuan.organisations.Facts;
import org.suyuan.organisations.Lineage.Placed;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Period;
import org.suyuan.organisations.Place;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.UnifiedSocialCreditCode;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;

/** Reads this schema's rows. */
final class Rows {
    /** A body as it was on {@code :at}: exactly one of its periods meets {@link #ON_THE_DAY}. */
    static final String SELECT = """
            SELECT t.organisation_id, t.name, t.short_name, t.type, t.level, t.region_code, t.region_path, t.parent_id, t.path,
                   o.uscc, o.founded, NULLIF(o.ended, 'infinity') AS ended, o.successor, o.version,
                   k.name_zh AS type_zh, k.name_en AS type_en, k.authority, k.levelled,
                   NULLIF(k.valid_from, '-infinity') AS type_from, NULLIF(k.valid_to, 'infinity') AS type_to, k.legal_basis
            """;

    static final String FROM = """
            FROM organisations.period AS t
            JOIN organisations.organisation AS o ON o.id = t.organisation_id
            JOIN organisations.type AS k ON k.code = t.type
            """;

    static final String ON_THE_DAY = "(t.is_first OR t.valid_from <= :at) AND (t.is_last OR :at < t.valid_to)";

    private Rows() {}

    static Organisation organisation(ResultSet row, LocalDate at) throws SQLException {
        LocalDate founded = row.getObject("founded", LocalDate.class);
        LocalDate ended = row.getObject("ended", LocalDate.class);
        String uscc = row.getString("uscc");
        return new Organisation(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                facts(row),
                new OrganisationType(
                        row.getString("type"),
                        row.getString("type_zh"),
                        row.getString("type_en"),
                        row.getBoolean("authority"),
                        row.getBoolean("levelled"),
                        row.getObject("type_from", LocalDate.class),
                        row.getObject("type_to", LocalDate.class),
                        row.getString("legal_basis")),
                row.getString("path"),
                uscc == null ? null : new UnifiedSocialCreditCode(uscc),
                founded,
                ended,
                status(founded, ended, at),
                id(row, "successor"),
                row.getLong("version"));
    }

    private static OrganisationStatus status(LocalDate founded, @Nullable LocalDate ended, LocalDate at) {
        if (at.isBefore(founded)) {
            return OrganisationStatus.PLANNED;
        }
        return ended == null || at.isBefore(ended) ? OrganisationStatus.ACTIVE : OrganisationStatus.CLOSED;
    }

    static OrganisationType type(ResultSet row, int number) throws SQLException {
        return new OrganisationType(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getBoolean("authority"),
                row.getBoolean("levelled"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("legal_basis"));
    }

    static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                new Period(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        facts(row)),
                row.getString("path"));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getString("name"),
                row.getString("short_name"),
                row.getString("type"),
                level(row),
                present(place(row)),
                id(row, "parent_id"));
    }

    static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getLong("number"),
                row.getObject("effective_from", LocalDate.class),
                change(row),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new ActorId(row.getObject("decided_by", UUID.class)),
                row.getString("decided_by_name"),
                row.getString("capacity"),
                row.getString("reason"),
                row.getString("legal_basis"));
    }

    private static Change change(ResultSet row) throws SQLException {
        return switch (Change.Kind.valueOf(row.getString("kind"))) {
            case FOUNDED -> new Change.Founded(facts(row));
            case RENAMED -> new Change.Renamed(row.getString("name"), row.getString("short_name"));
            case MOVED -> new Change.Moved(id(row, "parent_id"), place(row), level(row));
            case FOLLOWED -> new Change.Followed(present(place(row)));
            case RECLASSIFIED -> new Change.Reclassified(row.getString("type"), level(row));
            case MERGED -> new Change.Merged(new OrganisationId(row.getObject("into_id", UUID.class)));
            case CLOSED -> new Change.Closed();
        };
    }

    private static Place present(@Nullable Place place) {
        if (place == null) {
            throw new IllegalStateException("region_path: null (expected: a path)");
        }
        return place;
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        String path = row.getString("region_path");
        String code = row.getString("region_code");
        return path == null ? null : new Place(code == null ? null : new RegionCode(code), path);
    }

    private static @Nullable OrganisationLevel level(ResultSet row) throws SQLException {
        String level = row.getString("level");
        return level == null ? null : OrganisationLevel.valueOf(level);
    }

    static @Nullable OrganisationId id(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new OrganisationId(id);
    }

    /** For {@code ANY (:ids::uuid[])}. */
    static String[] values(Collection<OrganisationId> ids) {
        return ids.stream().map(OrganisationId::toString).distinct().toArray(String[]::new);
    }

    static @Nullable String significant(@Nullable Place place) {
        RegionCode region = place == null ? null : place.region();
        return region == null ? null : region.significant();
    }
}
