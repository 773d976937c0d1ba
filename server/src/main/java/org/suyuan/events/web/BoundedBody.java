package org.suyuan.events.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.suyuan.events.EventsProblem;
import org.suyuan.shared.Problem;

/** A request body that ends the request when it grows beyond its limit. */
final class BoundedBody extends FilterInputStream {
    private final long limit;
    private long read;

    BoundedBody(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        read += n;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }

    static Problem tooLarge(long limit) {
        return new Problem(
                EventsProblem.CAPTURE_LIMIT, "the document is larger than " + limit + " bytes; split it into several");
    }
}
