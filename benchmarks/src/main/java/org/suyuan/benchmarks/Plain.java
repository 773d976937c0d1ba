package org.suyuan.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The baselines: what a careful team would build on the same PostgreSQL without our ideas. Their choices are made as
 * well as we can: narrow types, no index more than the work needs, nothing checked.
 */
final class Plain {
    private static final short COMMISSIONING = 1;
    private static final short PACKING = 2;
    private static final short SHIPPING = 3;
    private static final short RECEIVING = 4;
    private static final short UNPACKING = 5;
    private static final int PLACE = 1;
    /** Packages have no GTIN. */
    private static final String NO_GTIN = "0";

    private static final String SCHEMA = """
            CREATE SCHEMA plain;
            -- One row per item and event; the events themselves would be another table, which is left out.
            CREATE TABLE plain.item_event (
                gtin       bigint      NOT NULL,
                serial     text        NOT NULL,
                event_id   bigint      NOT NULL,
                event_time timestamptz NOT NULL,
                step       smallint    NOT NULL,
                place      integer     NOT NULL,
                -- What the item was packed into.
                parent     text
            );
            -- Query: all events of one item.
            CREATE INDEX item_event_by_item ON plain.item_event (gtin, serial);

            -- One row per event with one item, the event as it came beside the columns that people search by.
            CREATE TABLE plain.event (
                event_id    uuid        PRIMARY KEY,
                type        text        NOT NULL,
                action      text        NOT NULL,
                event_time  timestamptz NOT NULL,
                record_time timestamptz NOT NULL,
                biz_step    text,
                disposition text,
                read_point  text,
                biz_place   text,
                epc         text        NOT NULL,
                body        jsonb       NOT NULL
            );
            CREATE INDEX event_by_epc ON plain.event (epc);
            CREATE INDEX event_by_time ON plain.event (event_time);
            CREATE INDEX event_by_place ON plain.event (biz_place, event_time);
            """;

    private Plain() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
    }

    static byte[] commissioned(List<String> serials, long event, Instant time) {
        StringBuilder lines = new StringBuilder(serials.size() * 70);
        serials.forEach(serial -> line(lines, Market.GTIN, serial, event, time, COMMISSIONING, "\\N"));
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] packed(List<Documents.Case> cases, Instant time) {
        StringBuilder lines = new StringBuilder();
        for (Documents.Case packed : cases) {
            long event = number(packed.event());
            packed.serials().forEach(item -> line(lines, Market.GTIN, item, event, time, PACKING, packed.sscc()));
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The counterpart of {@link Documents#journey}. */
    static byte[] travelled(Documents.Pallet pallet, Instant packed) {
        StringBuilder lines = new StringBuilder();
        long loading = number(pallet.events().get(0));
        pallet.cases().forEach(each -> line(lines, NO_GTIN, each, loading, packed, PACKING, pallet.sscc()));
        short[] steps = {SHIPPING, RECEIVING, UNPACKING};
        for (int i = 0; i < steps.length; i++) {
            long event = number(pallet.events().get(i + 1));
            line(lines, NO_GTIN, pallet.sscc(), event, Documents.hour(packed, i + 1), steps[i], "\\N");
        }
        long unpacking = number(pallet.events().get(3));
        pallet.cases()
                .forEach(each -> line(lines, NO_GTIN, each, unpacking, Documents.hour(packed, 3), UNPACKING, "\\N"));
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void line(
            StringBuilder lines, String gtin, String serial, long event, Instant time, short step, String parent) {
        lines.append(gtin)
                .append('\t')
                .append(serial)
                .append('\t')
                .append(event)
                .append('\t');
        lines.append(time).append('\t').append(step).append('\t').append(PLACE).append('\t');
        lines.append(parent).append('\n');
    }

    private static long number(UUID event) {
        return event.getMostSignificantBits() >>> 1;
    }

    /** Its own transaction, as durable as an acknowledged document. */
    static void copy(Connection connection, byte[] lines) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY plain.item_event FROM STDIN", new ByteArrayInputStream(lines), 1 << 16);
    }

    /** Single-item events in one statement and transaction. */
    static void insert(Connection connection, List<String> serials, List<UUID> events, Instant time)
            throws SQLException {
        String values =
                String.join(", ", Collections.nCopies(serials.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)"));
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO plain.event VALUES " + values)) {
            int n = 1;
            for (int i = 0; i < serials.size(); i++) {
                statement.setObject(n++, events.get(i));
                statement.setString(n++, "ObjectEvent");
                statement.setString(n++, "OBSERVE");
                statement.setObject(n++, time.atOffset(ZoneOffset.UTC));
                statement.setObject(n++, Instant.now().atOffset(ZoneOffset.UTC));
                statement.setString(n++, "inspecting");
                statement.setString(n++, "in_progress");
                statement.setString(n++, Documents.PLACE);
                statement.setString(n++, Documents.PLACE);
                statement.setString(n++, "https://id.gs1.org/01/" + Market.GTIN + "/21/" + serials.get(i));
                statement.setString(n++, Documents.inspection(serials.get(i), events.get(i), time));
            }
            statement.executeUpdate();
        }
    }

    /** Up through the packages, each only for as long as the item was inside. */
    static final String HISTORY = """
            WITH RECURSIVE inside (gtin, serial, since, until) AS (
                SELECT ?::bigint, ?, '-infinity'::timestamptz, 'infinity'::timestamptz
                 UNION ALL
                SELECT 0::bigint, e.parent, e.event_time,
                       least(i.until, (SELECT min(u.event_time)
                                         FROM plain.item_event u
                                        WHERE u.gtin = e.gtin
                                          AND u.serial = e.serial
                                          AND u.step = 5
                                          AND u.event_time > e.event_time))
                  FROM inside i
                  JOIN plain.item_event e ON e.gtin = i.gtin AND e.serial = i.serial
                 WHERE e.step = 2
                   AND e.event_time BETWEEN i.since AND i.until)
            SELECT DISTINCT e.event_id, e.event_time, e.step, e.place
              FROM inside i
              JOIN plain.item_event e ON e.gtin = i.gtin AND e.serial = i.serial
             WHERE e.event_time BETWEEN i.since AND i.until
             ORDER BY e.event_time
            """;

    static List<Long> history(PreparedStatement statement, String serial) throws SQLException {
        statement.setLong(1, Long.parseLong(Market.GTIN));
        statement.setString(2, serial);
        List<Long> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(rows.getLong(1));
            }
        }
        return events;
    }
}
