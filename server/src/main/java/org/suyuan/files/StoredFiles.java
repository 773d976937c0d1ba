package org.suyuan.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.files.StoredFile.Place;
import org.suyuan.files.StoredFile.Preview;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.FileId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

/** Stores files and gives them back to those who may have them. */
@Component
public class StoredFiles {
    private static final Logger log = LoggerFactory.getLogger(StoredFiles.class);
    /** What senders write when they do not know. */
    private static final List<String> NO_CLAIM =
            List.of("", "application/octet-stream", "application/x-www-form-urlencoded");

    private final FileRows rows;
    private final Vault vault;
    private final VirusScanner scanner;
    private final Previews previews;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredFiles(
            FileRows rows,
            Vault vault,
            VirusScanner scanner,
            Previews previews,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.scanner = scanner;
        this.previews = previews;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores a body whole or not at all.
     *
     * @param name as the sender calls it; its ending must not contradict the bytes
     * @param declared media type as the sender says; must not contradict the bytes either
     * @param place who else may see it; must lie within the sender's own scope
     */
    public StoredFile store(
            Actor actor, InputStream body, @Nullable String name, @Nullable String declared, Place place)
            throws IOException {
        actor.require(Permission.FILES_USE);
        Place checked = Reach.place(actor, place);
        try (Vault.Incoming incoming = vault.receive(body)) {
            String clean = FileNames.sanitise(name);
            FileType type = type(incoming.path(), clean, declared == null ? "" : declared);
            VirusScanner.Result scan = scan(incoming.path());
            if (scan.state() == ScanState.INFECTED) {
                refuseInfected(actor, clean, incoming, scan);
            }
            return keep(actor, incoming, clean, type, scan, checked);
        }
    }

    private static FileType type(Path file, String name, String declared) throws IOException {
        FileType sniffed = Sniffer.sniff(file)
                .orElseThrow(() -> InvalidInput.of(
                        "file",
                        name,
                        "file-type",
                        "expected: PDF, PNG, JPEG, WebP, XLSX, DOCX without macros, ZIP, CSV or plain text"));
        List<FieldError> errors = new ArrayList<>();
        Optional<FileType> claimed = FileType.ofMediaType(declared);
        String bare = declared.split(";", 2)[0].strip();
        if (!NO_CLAIM.contains(bare) && claimed.filter(sniffed::includes).isEmpty()) {
            errors.add(new FieldError("type", bare, "type-contradicts", "it is " + sniffed.mediaType()));
        }
        String extension = FileNames.extension(name);
        FileType called =
                sniffed == FileType.TXT && FileType.CSV.extensions().contains(extension) ? FileType.CSV : sniffed;
        if (!extension.isEmpty() && !called.extensions().contains(extension)) {
            errors.add(new FieldError("name", name, "name-contradicts", "it is " + sniffed.mediaType()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return called == FileType.CSV ? called : claimed.orElse(sniffed);
    }

    private VirusScanner.Result scan(Path file) {
        if (!scanner.isConfigured()) {
            return new VirusScanner.Result(ScanState.NOT_SCANNED, null);
        }
        try {
            return scanner.scan(file);
        } catch (IOException e) {
            log.warn("The virus scanner cannot be asked", e);
            throw new Problem(FilesProblem.SCANNER_UNAVAILABLE, "the virus scanner does not answer; try again later");
        }
    }

    private void refuseInfected(Actor actor, String name, Vault.Incoming incoming, VirusScanner.Result scan) {
        Map<String, String> facts = Map.of("sha256", incoming.sha256().hex(), "signature", String.valueOf(scan.said()));
        transaction.executeWithoutResult(_ -> audit.decided(
                actor,
                Deed.of(
                        "files.file.refused",
                        Subject.of("file", incoming.sha256().hex(), name),
                        facts)));
        throw new Problem(FilesProblem.FILE_INFECTED, name + ": " + scan.said());
    }

    private StoredFile keep(
            Actor actor, Vault.Incoming incoming, String name, FileType type, VirusScanner.Result scan, Place place) {
        Sha256 sha256 = incoming.sha256();
        StoredFile file = new StoredFile(
                new FileId(Uuid7.next(clock)),
                sha256,
                name,
                type,
                incoming.size(),
                scan.state(),
                Preview.UNMADE,
                actor.id(),
                actor.name(),
                clock.instant(),
                place);
        return transaction.execute(_ -> {
            rows.lock(sha256);
            if (rows.content(sha256).isEmpty()) {
                rows.addContent(
                        sha256, new FileRows.Content(type, incoming.size(), scan.state()), scan, clock.instant());
            } else {
                rows.scanned(sha256, scan, clock.instant());
            }
            incoming.keep();
            rows.add(file);
            audit.decided(
                    actor,
                    Deed.of(
                            "files.file.stored",
                            subject(file),
                            Map.of("sha256", sha256.hex(), "type", type.mediaType())));
            return rows.find(actor, file.id()).orElse(file);
        });
    }

    /** A file in the audit trail. */
    public static Subject subject(StoredFile file) {
        Place place = file.place();
        return new Subject("file", file.id().toString(), file.name(), null, place.operator(), place.regionPath());
    }

    /** What is known of a file that the actor uploaded or that lies within his scope. */
    public Optional<StoredFile> find(Actor actor, FileId id) {
        actor.require(Permission.FILES_USE);
        return rows.find(actor, id);
    }

    /**
     * The bytes; empty for what is infected or quarantined as well. What was stored before there was a scanner, or while it
     * could not judge, is scanned before it is served.
     */
    public Optional<Path> content(StoredFile file) {
        return isServed(file) ? Optional.of(vault.place(file.sha256())).filter(Files::exists) : Optional.empty();
    }

    private boolean isServed(StoredFile file) {
        ScanState state = file.scan();
        if (scanner.isConfigured() && (state == ScanState.NOT_SCANNED || state == ScanState.ERROR)) {
            VirusScanner.Result now = scan(vault.place(file.sha256()));
            transaction.executeWithoutResult(_ -> rows.scanned(file.sha256(), now, clock.instant()));
            state = now.state();
        }
        return state.isServed();
    }

    /** A small PNG; empty where none can be made. Made at the first call and kept. */
    public Optional<Path> preview(StoredFile file) {
        if (file.preview() == Preview.IMPOSSIBLE || content(file).isEmpty()) {
            return Optional.empty();
        }
        Path kept = vault.preview(file.sha256());
        if (Files.exists(kept)) {
            return Optional.of(kept);
        }
        Optional<byte[]> made = previews.make(vault.place(file.sha256()), file.type());
        try {
            if (made.isPresent()) {
                vault.storePreview(file.sha256(), made.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Preview outcome = made.isPresent() ? Preview.MADE : Preview.IMPOSSIBLE;
        transaction.executeWithoutResult(_ -> rows.previewed(file.sha256(), outcome));
        return made.map(_ -> kept);
    }
}
