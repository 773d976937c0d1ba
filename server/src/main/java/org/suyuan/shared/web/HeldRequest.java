package org.suyuan.shared.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;

/** A request whose body was read already, so that it can be compared and then read again. */
final class HeldRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    private HeldRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static HeldRequest of(HttpServletRequest request, int bytesMax) throws IOException {
        byte[] body = request.getInputStream().readNBytes(bytesMax + 1);
        if (body.length > bytesMax) {
            throw new Problem(
                    CommonProblem.TOO_LARGE, "with Idempotency-Key a body may have at most " + bytesMax + " bytes");
        }
        return new HeldRequest(request, body);
    }

    /** Method, target, content type and body: what makes two requests the same. */
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head =
                    String.join("\n", getMethod(), getRequestURI(), text(getQueryString()), text(getContentType()));
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new HeldStream(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** An answer finished on another thread would miss the transaction. */
    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public AsyncContext startAsync() {
        throw new IllegalStateException("a POST with " + IdempotentPosts.HEADER + " answers at once");
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return startAsync();
    }

    private static final class HeldStream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        HeldStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read at once");
        }
    }
}
