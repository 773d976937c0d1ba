package org.suyuan.files;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks for viruses. */
public interface VirusScanner {
    /** Whether there is one at all; without one files are stored as {@link ScanState#NOT_SCANNED}. */
    boolean isConfigured();

    /** Throws where the scanner cannot be asked; what it says itself, be it that it failed, is a result. */
    Result scan(Path file) throws IOException;

    /** @param said signature or error, in the scanner's words */
    record Result(ScanState state, @Nullable String said) {}
}
