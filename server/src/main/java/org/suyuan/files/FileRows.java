package org.suyuan.files;

import java.time.Instant;
import java.util.Optional;
import org.suyuan.shared.FileId;
import org.suyuan.shared.access.Actor;

/** The rows of files and of their content. */
public interface FileRows {
    /** What is known of content. */
    record Content(FileType type, long size, ScanState scan) {}

    /** Nobody else stores or drops the same content until the end of the transaction. */
    void lock(Sha256 sha256);

    Optional<Content> content(Sha256 sha256);

    void addContent(Sha256 sha256, Content content, VirusScanner.Result scan, Instant at);

    void scanned(Sha256 sha256, VirusScanner.Result scan, Instant at);

    void previewed(Sha256 sha256, StoredFile.Preview preview);

    void add(StoredFile file);

    /** A file that the actor uploaded or whose place lies within his scope. */
    Optional<StoredFile> find(Actor actor, FileId id);
}
