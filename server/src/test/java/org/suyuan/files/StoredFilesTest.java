package org.suyuan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.files.FakeClamd.Manners;
import org.suyuan.files.StoredFile.Place;
import org.suyuan.files.store.FileStores;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.testing.TestPostgres;

/** Files are kept whole or not at all, once, and for those who may have them. */
class StoredFilesTest {
    private static final Clamd NO_SCANNER = new Clamd("", 0, Duration.ofSeconds(1));
    private static final Actor OFFICER = actor(new Scope.Jurisdiction("/35/3502/"));
    private static final Place TONGAN = new Place("/35/3502/350212/", null, null);

    @TempDir
    private Path home;

    private final DataSource database = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final List<Deed> decided = new ArrayList<>();

    @Test
    void a_file_comes_back_as_it_was_sent() throws IOException {
        StoredFiles files = files(NO_SCANNER);
        byte[] pdf = Samples.pdf();
        StoredFile stored = store(files, OFFICER, pdf, "../报告.pdf", "application/pdf", TONGAN);
        assertThat(stored.name()).isEqualTo("报告.pdf");
        assertThat(stored.type()).isEqualTo(FileType.PDF);
        assertThat(stored.size()).isEqualTo(pdf.length);
        assertThat(stored.scan()).isEqualTo(ScanState.NOT_SCANNED);
        assertThat(files.find(OFFICER, stored.id())).contains(stored);
        assertThat(Files.readAllBytes(files.content(stored).orElseThrow())).isEqualTo(pdf);
        assertThat(decided).extracting(Deed::action).containsExactly("files.file.stored");
        assertThat(incoming()).isEmpty();
    }

    @Test
    void the_same_bytes_are_kept_once_but_each_upload_has_its_own_readers() throws IOException {
        StoredFiles files = files(NO_SCANNER);
        Actor other = actor(new Scope.Jurisdiction("/36/"));
        byte[] pdf = Samples.pdf();
        StoredFile mine = store(files, OFFICER, pdf, "a.pdf", null, TONGAN);
        StoredFile theirs = store(files, other, pdf, "b.pdf", null, new Place("/36/3601/", null, null));
        assertThat(mine.sha256()).isEqualTo(theirs.sha256());
        assertThat(kept()).hasSize(1);
        assertThat(files.find(other, mine.id())).isEmpty();
        assertThat(files.find(OFFICER, theirs.id())).isEmpty();
    }

    @Test
    void many_who_send_the_same_at_once_do_not_disturb_each_other() throws Exception {
        StoredFiles files = files(NO_SCANNER);
        byte[] bytes = Samples.image("png", 300, 300);
        CyclicBarrier together = new CyclicBarrier(6);
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<StoredFile>> sent = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                sent.add(threads.submit(() -> {
                    together.await();
                    return store(files, OFFICER, bytes, "p.png", null, TONGAN);
                }));
            }
            for (Future<StoredFile> one : sent) {
                assertThat(files.content(one.get())).isPresent();
            }
        }
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whoever_uploaded_and_whoever_has_the_place_in_his_scope_sees_a_file() throws IOException {
        StoredFiles files = files(NO_SCANNER);
        OperatorId dairy = new OperatorId(UUID.randomUUID());
        OrganisationId laboratory = new OrganisationId(UUID.randomUUID());
        Place place = new Place("/35/3502/350212/", laboratory, dairy);
        Actor ministry = actor(new Scope.Everything());
        StoredFile file = store(files, ministry, Samples.pdf(), "a.pdf", null, place);

        assertThat(sees(files, new Scope.Jurisdiction("/35/"), file)).isTrue();
        assertThat(sees(files, new Scope.Jurisdiction("/35/3502/350211/"), file))
                .isFalse();
        assertThat(sees(files, new Scope.OwnOperator(dairy), file)).isTrue();
        assertThat(sees(files, new Scope.OwnOperator(new OperatorId(UUID.randomUUID())), file))
                .isFalse();
        assertThat(sees(files, new Scope.OwnOrganisation(laboratory), file)).isTrue();
        assertThat(sees(files, new Scope.Nothing(), file)).isFalse();

        StoredFile own = store(files, OFFICER, Samples.pdf(), "b.pdf", null, Place.NOWHERE);
        assertThat(files.find(OFFICER, own.id())).isPresent();
        assertThat(sees(files, new Scope.Jurisdiction("/"), own)).isFalse();
        Actor without = new Actor(OFFICER.id(), "x", Set.of(), OFFICER.scope());
        assertThatThrownBy(() -> files.find(without, own.id())).isInstanceOf(AccessRefused.class);
    }

    private static boolean sees(StoredFiles files, Scope scope, StoredFile file) {
        return files.find(actor(scope), file.id()).isPresent();
    }

    @Test
    void nobody_puts_a_file_where_he_does_not_see() {
        StoredFiles files = files(NO_SCANNER);
        OperatorId dairy = new OperatorId(UUID.randomUUID());
        refused(files, OFFICER, new Place("/36/", null, null), "regionPath");
        refused(files, OFFICER, new Place("35", null, null), "regionPath", "regionPath");
        refused(files, actor(new Scope.OwnOperator(dairy)), new Place("/35/", null, dairy), "regionPath");
        refused(files, actor(new Scope.Nothing()), new Place(null, null, dairy), "operator");
    }

    private void refused(StoredFiles files, Actor actor, Place place, String... pointers) {
        assertThatThrownBy(() -> store(files, actor, Samples.pdf(), "a.pdf", null, place))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly(pointers));
    }

    @Test
    void an_operators_file_is_his_own_without_saying_so() throws IOException {
        OperatorId dairy = new OperatorId(UUID.randomUUID());
        StoredFile file = store(
                files(NO_SCANNER), actor(new Scope.OwnOperator(dairy)), Samples.pdf(), "a.pdf", null, Place.NOWHERE);
        assertThat(file.place().operator()).isEqualTo(dairy);
    }

    @Test
    void a_sender_who_contradicts_the_bytes_is_refused() {
        StoredFiles files = files(NO_SCANNER);
        assertRule(() -> store(files, OFFICER, Samples.pdf(), "a.pdf", "image/png", TONGAN), "type-contradicts");
        assertRule(() -> store(files, OFFICER, Samples.pdf(), "a.png", null, TONGAN), "name-contradicts");
        assertRule(() -> store(files, OFFICER, Samples.pdf(), "a.exe", null, TONGAN), "name-contradicts");
        assertRule(
                () -> store(files, OFFICER, Samples.text("a,b\n"), "a.csv", "text/html", TONGAN), "type-contradicts");
        assertRule(() -> store(files, OFFICER, Samples.text("<svg/>"), "a.svg", "image/svg+xml", TONGAN), "file-type");
        assertThat(kept()).isEmpty();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void text_is_a_table_when_its_sender_says_so() throws IOException {
        StoredFiles files = files(NO_SCANNER);
        assertThat(store(files, OFFICER, Samples.text("a,b\n"), "a.csv", null, TONGAN)
                        .type())
                .isEqualTo(FileType.CSV);
        assertThat(store(files, OFFICER, Samples.text("a,b\n"), "a", "text/csv", TONGAN)
                        .type())
                .isEqualTo(FileType.CSV);
        assertThat(store(files, OFFICER, Samples.text("a,b\n"), "a.txt", "text/plain; charset=utf-8", TONGAN)
                        .type())
                .isEqualTo(FileType.TXT);
    }

    @Test
    void a_file_too_large_or_torn_or_empty_leaves_nothing() {
        StoredFiles files = files(NO_SCANNER);
        assertThatThrownBy(() -> files.store(OFFICER, endless(), "a.txt", null, TONGAN))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(CommonProblem.TOO_LARGE));
        InputStream torn = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > 1_000) {
                    throw new IOException("connection reset");
                }
                return 'a';
            }
        };
        assertThatThrownBy(() -> files.store(OFFICER, torn, "a.txt", null, TONGAN))
                .isInstanceOf(IOException.class);
        assertRule(() -> store(files, OFFICER, new byte[0], "a.txt", null, TONGAN), "required");
        assertThat(kept()).isEmpty();
        assertThat(incoming()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void what_a_crash_left_half_received_is_swept_away_at_the_next_start() throws IOException {
        files(NO_SCANNER);
        Files.writeString(home.resolve("files/incoming/left.part"), "half");
        files(NO_SCANNER);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void a_virus_is_refused_remembered_and_not_kept() throws IOException {
        try (FakeClamd clamd = new FakeClamd(1 << 20)) {
            StoredFiles files = files(ClamdTest.clamd(clamd.port(), Duration.ofSeconds(20)));
            assertProblem(
                    () -> store(files, OFFICER, Samples.text(Eicar.text()), "a.txt", null, TONGAN),
                    FilesProblem.FILE_INFECTED);
            assertThat(decided).extracting(Deed::action).containsExactly("files.file.refused");
            assertThat(decided.getFirst().facts()).containsEntry("signature", "Eicar-Test");
            assertThat(kept()).isEmpty();
            assertThat(store(files, OFFICER, Samples.pdf(), "a.pdf", null, TONGAN)
                            .scan())
                    .isEqualTo(ScanState.CLEAN);
        }
    }

    @Test
    void a_configured_scanner_that_does_not_answer_stores_nothing() throws IOException {
        try (FakeClamd clamd = new FakeClamd(1 << 20).behaving(Manners.SILENT)) {
            StoredFiles files = files(ClamdTest.clamd(clamd.port(), Duration.ofMillis(200)));
            assertProblem(
                    () -> store(files, OFFICER, Samples.pdf(), "a.pdf", null, TONGAN),
                    FilesProblem.SCANNER_UNAVAILABLE);
            assertThat(kept()).isEmpty();
            assertThat(incoming()).isEmpty();
            assertThat(rows()).isZero();
            clamd.behaving(Manners.WELL_BEHAVED);
            assertThat(store(files, OFFICER, Samples.pdf(), "a.pdf", null, TONGAN)
                            .scan())
                    .isEqualTo(ScanState.CLEAN);
        }
    }

    @Test
    void what_the_scanner_could_not_judge_is_quarantined() throws IOException {
        try (FakeClamd clamd = new FakeClamd(100)) {
            StoredFiles files = files(ClamdTest.clamd(clamd.port(), Duration.ofSeconds(20)));
            StoredFile file = store(files, OFFICER, Samples.pdf(), "a.pdf", null, TONGAN);
            assertThat(file.scan()).isEqualTo(ScanState.ERROR);
            assertThat(files.content(file)).isEmpty();
            assertThat(files.preview(file)).isEmpty();
        }
    }

    @Test
    void what_was_stored_before_there_was_a_scanner_is_scanned_before_it_is_served() throws IOException {
        StoredFile virus = store(files(NO_SCANNER), OFFICER, Samples.text(Eicar.text()), "a.txt", null, TONGAN);
        StoredFile clean = store(files(NO_SCANNER), OFFICER, Samples.pdf(), "a.pdf", null, TONGAN);
        try (FakeClamd clamd = new FakeClamd(1 << 20)) {
            StoredFiles files = files(ClamdTest.clamd(clamd.port(), Duration.ofSeconds(20)));
            assertThat(files.content(virus)).isEmpty();
            assertThat(files.content(clean)).isPresent();
        }
        StoredFiles later = files(NO_SCANNER);
        StoredFile found = later.find(OFFICER, virus.id()).orElseThrow();
        assertThat(found.scan()).isEqualTo(ScanState.INFECTED);
        assertThat(later.content(found)).isEmpty();
    }

    @Test
    void a_pdf_and_an_image_have_a_small_preview_made_once() throws IOException {
        StoredFiles files = files(NO_SCANNER);
        StoredFile pdf = store(files, OFFICER, Samples.pdf(), "a.pdf", null, TONGAN);
        Path page = files.preview(pdf).orElseThrow();
        assertThat(ImageIO.read(page.toFile()).getHeight()).isBetween(Previews.SIDE_MAX - 2, Previews.SIDE_MAX + 2);
        assertThat(files.find(OFFICER, pdf.id()).orElseThrow().preview()).isEqualTo(StoredFile.Preview.MADE);
        var made = Files.getLastModifiedTime(page);
        assertThat(Files.getLastModifiedTime(files.preview(pdf).orElseThrow())).isEqualTo(made);

        StoredFile photo = store(files, OFFICER, Samples.image("jpg", 4_000, 3_000), "p.jpg", null, TONGAN);
        var small = ImageIO.read(files.preview(photo).orElseThrow().toFile());
        assertThat(small.getWidth()).isEqualTo(Previews.SIDE_MAX);
        assertThat(small.getHeight()).isEqualTo(600);
    }

    @Test
    void what_claims_to_be_huge_or_is_broken_has_no_preview_and_is_still_stored() throws IOException {
        StoredFiles files = files(NO_SCANNER);
        byte[] huge = Samples.image("png", 10, 10);
        huge[16] = 0x7f; // the width in its header: more pixels than there is memory
        StoredFile bomb = store(files, OFFICER, huge, "p.png", null, TONGAN);
        assertThat(files.preview(bomb)).isEmpty();
        assertThat(files.find(OFFICER, bomb.id()).orElseThrow().preview()).isEqualTo(StoredFile.Preview.IMPOSSIBLE);
        StoredFile broken = store(files, OFFICER, Samples.text("%PDF-1.7 and nothing"), "a.pdf", null, TONGAN);
        assertThat(files.preview(broken)).isEmpty();
        assertThat(files.content(broken)).isPresent();
        assertThat(files.preview(store(files, OFFICER, Samples.text("a"), "a.txt", null, TONGAN)))
                .isEmpty();
    }

    private StoredFiles files(VirusScanner scanner) {
        try {
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            return new StoredFiles(
                    FileStores.on(jdbc),
                    new Vault(home),
                    scanner,
                    new Previews(),
                    new Trail(),
                    transaction,
                    Clock.tickMillis(ZoneId.of("Asia/Shanghai")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredFile store(
            StoredFiles files, Actor actor, byte[] bytes, String name, @Nullable String declared, Place place)
            throws IOException {
        return files.store(actor, new ByteArrayInputStream(bytes), name, declared, place);
    }

    private List<Path> kept() {
        return below(home.resolve("files"));
    }

    private List<Path> incoming() {
        return below(home.resolve("files/incoming"));
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long rows() {
        return jdbc.sql("SELECT (SELECT count(*) FROM files.file) + (SELECT count(*) FROM files.content)")
                .query(Long.class)
                .single();
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'a');
                return length;
            }
        };
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void assertRule(Action action, String rule) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.rule())
                                .containsExactly(rule));
    }

    private static void assertProblem(Action action, FilesProblem problem) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Problem.class, thrown -> assertThat(thrown.type()).isEqualTo(problem));
    }

    private static Actor actor(Scope scope) {
        return new Actor(new ActorId(UUID.randomUUID()), "林晓", Set.of(Permission.FILES_USE), scope);
    }

    private final class Trail implements AuditTrail {
        @Override
        public void decided(Actor actor, Deed deed) {
            synchronized (decided) {
                decided.add(deed);
            }
        }

        @Override
        public void read(Actor actor, Deed deed) {
            throw new AssertionError("nothing here reads on its own");
        }
    }
}
