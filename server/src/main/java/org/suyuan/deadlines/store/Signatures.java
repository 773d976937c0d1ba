package org.suyuan.deadlines.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.suyuan.deadlines.Signature;
import org.suyuan.shared.ActorId;

/** The columns of who drafted and who decided, and instants in general. */
final class Signatures {
    private Signatures() {}

    static Signature drafted(ResultSet row) throws SQLException {
        return new Signature(
                actor(row, "drafted_by"), row.getString("drafted_by_name"), instant(row, "drafted_at"), null);
    }

    static @Nullable Signature decided(ResultSet row) throws SQLException {
        return row.getObject("decided_at") == null
                ? null
                : new Signature(
                        actor(row, "decided_by"),
                        row.getString("decided_by_name"),
                        instant(row, "decided_at"),
                        row.getString("decision_reason"));
    }

    static @Nullable UUID id(Signature signature) {
        ActorId by = signature.by();
        return by == null ? null : by.value();
    }

    private static @Nullable ActorId actor(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new ActorId(id);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantIfAny(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime sql(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
