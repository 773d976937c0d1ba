package org.suyuan.codes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Part of a batch's codes. They exist only while they are written: a few thousand numbers at a time go through the
 * permutation into one line pattern, whatever the size of the batch.
 */
public final class BatchCodes {
    /** Codes computed together; with the line buffer it is all the memory that a download takes. */
    static final int CHUNK = 4_096;

    /** Stands for the code in a line pattern; occurs in no lot number or address. */
    private static final String CODE = "\u0001";

    private final CodeBatch batch;
    private final Series series;
    private final long from;
    private final long count;

    BatchCodes(CodeBatch batch, Series series, long from, long count) {
        this.batch = batch;
        this.series = series;
        this.from = from;
        this.count = count;
    }

    public CodeBatch batch() {
        return batch;
    }

    public long count() {
        return count;
    }

    /**
     * Writes the lines. The stream is not closed.
     *
     * @param publicUrl the platform's address as the public sees it, without slash at the end
     */
    public void write(CodeFormat format, String publicUrl, OutputStream out) throws IOException {
        if (format == CodeFormat.CSV && from == 0) {
            out.write(header().getBytes(StandardCharsets.US_ASCII));
        }
        Pattern pattern = new Pattern(line(format, publicUrl));
        byte[] buffer = new byte[CHUNK * pattern.line.length];
        long[] numbers = new long[CHUNK];
        for (long done = 0; done < count; done += CHUNK) {
            int size = (int) Math.min(CHUNK, count - done);
            long first = batch.from() + from + done;
            Arrays.setAll(numbers, i -> first + Math.min(i, size - 1));
            series.permutation().encrypt(numbers, 0, size);
            int length = 0;
            for (int i = 0; i < size; i++) {
                length += pattern.write(buffer, length, numbers[i]);
            }
            out.write(buffer, 0, length);
        }
    }

    /** The codes with their addresses, one by one, for labels. */
    Iterator<LabelSheets.Label> labels(String publicUrl) {
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public LabelSheets.Label next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                String code = series.code(batch.from() + from + next++);
                return new LabelSheets.Label(link(publicUrl, code), code);
            }
        };
    }

    private String header() {
        return switch (batch.kind()) {
            case GS1_SERIAL -> "serial,digitalLink,elementString\n";
            case SUPERVISION -> "code,link\n";
        };
    }

    private String line(CodeFormat format, String publicUrl) {
        String link = link(publicUrl, CODE);
        String element = elementString();
        return switch (format) {
            case CSV -> CODE + "," + csv(link) + (element == null ? "" : "," + csv(element)) + "\n";
            case NDJSON ->
                switch (batch.kind()) {
                    case GS1_SERIAL ->
                        "{\"serial\":\"" + CODE + "\",\"digitalLink\":\"" + json(link) + "\",\"elementString\":\""
                                + json(String.valueOf(element)) + "\"}\n";
                    case SUPERVISION -> "{\"code\":\"" + CODE + "\",\"link\":\"" + json(link) + "\"}\n";
                };
        };
    }

    private String link(String publicUrl, String code) {
        return switch (batch.kind()) {
            case GS1_SERIAL -> publicUrl + "/01/" + batch.series().seriesClass() + "/21/" + code;
            case SUPERVISION -> publicUrl + "/v/" + code;
        };
    }

    /** With brackets, for people and for printers that take it so; the lot before the serial, as scanners order them. */
    private @Nullable String elementString() {
        return switch (batch.kind()) {
            case GS1_SERIAL ->
                "(01)" + batch.series().seriesClass() + (batch.lot() == null ? "" : "(10)" + batch.lot()) + "(21)"
                        + CODE;
            case SUPERVISION -> null;
        };
    }

    private static String csv(String field) {
        boolean quoted = field.contains(",") || field.contains("\"");
        return quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** A line with the places in it where a code's digits go. */
    private final class Pattern {
        private final byte[] line;
        private final int[] codes;

        Pattern(String text) {
            String example = series.code(batch.from());
            String[] between = text.split(CODE, -1);
            this.codes = new int[between.length - 1];
            int at = 0;
            for (int i = 0; i < codes.length; i++) {
                at += between[i].getBytes(StandardCharsets.UTF_8).length;
                codes[i] = at;
                at += example.length();
            }
            this.line = text.replace(CODE, example).getBytes(StandardCharsets.UTF_8);
        }

        int write(byte[] buffer, int at, long permuted) {
            System.arraycopy(line, 0, buffer, at, line.length);
            switch (batch.kind()) {
                case GS1_SERIAL -> {
                    // The two digits of the key version are in the pattern already.
                    for (int code : codes) {
                        SerialDigits.write(permuted, buffer, at + code + 2, CodeKind.GS1_SERIAL.digits());
                    }
                }
                case SUPERVISION -> {
                    byte[] digits = series.text(permuted).getBytes(StandardCharsets.US_ASCII);
                    for (int code : codes) {
                        System.arraycopy(digits, 0, buffer, at + code, digits.length);
                    }
                }
            }
            return line.length;
        }
    }
}
