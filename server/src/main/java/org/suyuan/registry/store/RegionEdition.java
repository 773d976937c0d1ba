package org.suyuan.registry.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.registry.RegionCode;

/**
 * Loads the table of regions that comes with the program, once for each edition of it: {@code registry/regions.tsv.gz}, whose first
 * line is the edition. All of it in one transaction, by COPY; moves of regions made here are applied to it again.
 */
@Component("regionEdition")
@DependsOnDatabaseInitialization
class RegionEdition implements InitializingBean {
    private static final String RESOURCE = "/registry/regions.tsv.gz";
    private static final int COLUMNS = 8;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String COPY = """
            COPY registry.region (code, name_zh, short_name, name_en, valid_from, valid_to, latitude, longitude, parent, path)
            FROM STDIN
            """;
    private static final Logger log = LoggerFactory.getLogger(RegionEdition.class);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RegionRows rows;
    private final Clock clock;

    RegionEdition(
            DataSource dataSource, JdbcClient jdbc, TransactionTemplate transaction, RegionRows rows, Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        try (InputStream packed = resource();
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            String edition = lines.readLine();
            transaction.executeWithoutResult(status -> loadUnlessPresent(edition, lines.lines()));
        }
    }

    private static InputStream resource() {
        InputStream packed = RegionEdition.class.getResourceAsStream(RESOURCE);
        if (packed == null) {
            throw new IllegalStateException(RESOURCE + " is not on the class path");
        }
        return packed;
    }

    private void loadUnlessPresent(String edition, Stream<String> lines) {
        boolean claimed = jdbc.sql("""
                        INSERT INTO registry.region_edition (edition, loaded_at)
                        VALUES (:edition, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("edition", edition)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
        if (claimed) {
            jdbc.sql("DELETE FROM registry.region").update();
            long started = System.nanoTime();
            long loaded = copy(lines);
            rows.applyAll();
            log.info(
                    "Loaded {} regions, edition {}, in {} ms",
                    loaded,
                    edition,
                    (System.nanoTime() - started) / 1_000_000);
        }
    }

    private long copy(Stream<String> lines) {
        try (PGCopyOutputStream copy = new PGCopyOutputStream(
                DataSourceUtils.getConnection(dataSource).unwrap(PGConnection.class), COPY, BUFFER_BYTES)) {
            Rows rows = new Rows();
            for (String line : (Iterable<String>) lines::iterator) {
                copy.write(rows.of(line).getBytes(StandardCharsets.UTF_8));
            }
            return copy.endCopy();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Cannot load " + RESOURCE, e);
        }
    }

    /** Turns lines of the resource, wide regions first, into COPY rows. */
    private static final class Rows {
        private final Set<String> seen = new HashSet<>();

        String of(String line) {
            String[] fields = line.split("\t", -1);
            if (fields.length != COLUMNS) {
                throw new IllegalStateException(
                        "fields: %d in \"%s\" (expected: %d)".formatted(fields.length, line, COLUMNS));
            }
            RegionCode code = new RegionCode(fields[0]);
            seen.add(code.significant());
            StringBuilder path = new StringBuilder("/");
            String parent = null;
            for (RegionCode step : code.chain()) {
                // Prefectures without counties (东莞, 中山, 儋州) have their townships directly below them.
                boolean own = step.equals(code);
                if (own || seen.contains(step.significant())) {
                    path.append(step.significant()).append('/');
                    parent = own ? parent : step.significant();
                }
            }
            return String.join(
                            "\t",
                            fields[0],
                            fields[1],
                            fields[2],
                            fields[3],
                            orElse(fields[4], "-infinity"),
                            orElse(fields[5], "infinity"),
                            orElse(fields[6], "\\N"),
                            orElse(fields[7], "\\N"),
                            orElse(parent, "\\N"),
                            path)
                    + "\n";
        }

        private static String orElse(@Nullable String value, String other) {
            return value == null || value.isEmpty() ? other : value;
        }
    }
}
