package org.suyuan.codes.web;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines of a stream, none of which can fill the memory. */
final class BoundedLines {
    private final Reader reader;
    private final int lengthMax;
    private long number;

    BoundedLines(Reader reader, int lengthMax) {
        this.reader = reader;
        this.lengthMax = lengthMax;
    }

    /** Of the line last read, from 1. */
    long number() {
        return number;
    }

    /** @param text null when the line is longer than allowed; it is skipped to its end */
    record Line(@Nullable String text) {}

    /** Empty at the end of the stream. */
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        number++;
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            tooLong |= text.length() >= lengthMax;
            if (!tooLong) {
                text.append((char) c);
            }
        }
        return Optional.of(new Line(tooLong ? null : text.toString().strip()));
    }
}
