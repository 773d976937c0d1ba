package org.suyuan.files.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.files.FileRows;
import org.suyuan.files.FileType;
import org.suyuan.files.ScanState;
import org.suyuan.files.Sha256;
import org.suyuan.files.StoredFile;
import org.suyuan.files.StoredFile.Place;
import org.suyuan.files.VirusScanner;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.FileId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Scope;

@Repository
class JdbcFileRows implements FileRows {
    private final JdbcClient jdbc;

    JdbcFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(Sha256 sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:sha256, 0))")
                .param("sha256", "files " + sha256)
                .query((row, _) -> true)
                .single();
    }

    @Override
    public Optional<Content> content(Sha256 sha256) {
        return jdbc.sql("SELECT type, size, scan FROM files.content WHERE sha256 = :sha256")
                .param("sha256", sha256.bytes())
                .query((row, _) -> new Content(
                        FileType.valueOf(row.getString("type")),
                        row.getLong("size"),
                        ScanState.valueOf(row.getString("scan"))))
                .optional();
    }

    @Override
    public void addContent(Sha256 sha256, Content content, VirusScanner.Result scan, Instant at) {
        jdbc.sql("""
                        INSERT INTO files.content (sha256, size, type, scan, scan_said, scanned_at)
                        VALUES (:sha256, :size, :type, :scan, :said, :at)
                        """)
                .param("sha256", sha256.bytes())
                .param("size", content.size())
                .param("type", content.type().name())
                .param("scan", scan.state().name())
                .param("said", scan.said())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** That it was not scanned this time does not undo what a scan once said. */
    @Override
    public void scanned(Sha256 sha256, VirusScanner.Result scan, Instant at) {
        jdbc.sql("""
                        UPDATE files.content
                        SET scan = :scan,
                            scan_said = :said,
                            scanned_at = :at
                        WHERE sha256 = :sha256
                          AND :scan <> 'NOT_SCANNED'
                        """)
                .param("sha256", sha256.bytes())
                .param("scan", scan.state().name())
                .param("said", scan.said())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void previewed(Sha256 sha256, StoredFile.Preview preview) {
        jdbc.sql("UPDATE files.content SET preview = :preview WHERE sha256 = :sha256")
                .param("sha256", sha256.bytes())
                .param("preview", preview.name())
                .update();
    }

    @Override
    public void add(StoredFile file) {
        Place place = file.place();
        jdbc.sql("""
                        INSERT INTO files.file
                            (id, sha256, name, type, uploaded_by, uploaded_by_name, uploaded_at, region_path,
                             organisation_id, operator_id)
                        VALUES (:id, :sha256, :name, :type, :by, :byName, :at, :region, :organisation, :operator)
                        """)
                .param("id", file.id().value())
                .param("sha256", file.sha256().bytes())
                .param("name", file.name())
                .param("type", file.type().name())
                .param("by", file.uploadedBy().value())
                .param("byName", file.uploadedByName())
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .param("region", place.regionPath())
                .param(
                        "organisation",
                        place.organisation() == null
                                ? null
                                : place.organisation().value())
                .param(
                        "operator",
                        place.operator() == null ? null : place.operator().value())
                .update();
    }

    @Override
    public Optional<StoredFile> find(Actor actor, FileId id) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id.value());
        parameters.put("actor", actor.id().value());
        return jdbc.sql("""
                        SELECT f.*, c.size, c.scan, c.preview
                        FROM files.file f
                        JOIN files.content c ON c.sha256 = f.sha256
                        WHERE f.id = :id
                          AND (f.uploaded_by = :actor OR %s)
                        """.formatted(within(actor.scope(), parameters)))
                .params(parameters)
                .query(JdbcFileRows::file)
                .optional();
    }

    private static String within(Scope scope, Map<String, Object> parameters) {
        return switch (scope) {
            case Scope.Everything() -> "TRUE";
            case Scope.Nothing() -> "FALSE";
            case Scope.OwnOperator(OperatorId operator) -> {
                parameters.put("scope", operator.value());
                yield "f.operator_id = :scope";
            }
            case Scope.OwnOrganisation(OrganisationId organisation) -> {
                parameters.put("scope", organisation.value());
                yield "f.organisation_id = :scope";
            }
            case Scope.Jurisdiction(String path) -> {
                parameters.put("scope_from", path);
                parameters.put("scope_to", Scope.Jurisdiction.after(path));
                yield "(f.region_path ~>=~ :scope_from AND f.region_path ~<~ :scope_to)";
            }
        };
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        UUID operator = row.getObject("operator_id", UUID.class);
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                Sha256.of(row.getBytes("sha256")),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                ScanState.valueOf(row.getString("scan")),
                StoredFile.Preview.valueOf(row.getString("preview")),
                new ActorId(row.getObject("uploaded_by", UUID.class)),
                row.getString("uploaded_by_name"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                new Place(
                        row.getString("region_path"),
                        organisation == null ? null : new OrganisationId(organisation),
                        operator == null ? null : new OperatorId(operator)));
    }
}
