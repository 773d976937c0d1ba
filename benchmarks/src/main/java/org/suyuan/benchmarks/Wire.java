package org.suyuan.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open, as thin as can be: the load generator shares the machine with what it
 * measures, so whatever it spends itself is missing there. Not thread-safe.
 */
final class Wire implements AutoCloseable {
    private static final int HEADER_LINE_MAX = 8_192;
    private static final int BUFFER = 16_384;

    private final int port;
    private final byte[] line = new byte[HEADER_LINE_MAX];
    private Socket socket;
    private InputStream in;

    Wire(int port) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        return connected;
    }

    /** A request as it goes over the wire. */
    static byte[] request(String method, String path, String headers, byte[] body) {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n" + headers
                        + (body.length > 0
                                ? "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n"
                                : "")
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    static byte[] get(String path) {
        return request("GET", path, "", new byte[0]);
    }

    /** Sends and reads the whole answer; anything but the expected status ends the benchmark. */
    byte[] exchange(byte[] request, int expectedStatus) throws IOException {
        socket.getOutputStream().write(request);
        String status = readLine();
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        byte[] body = chunked ? readChunks() : in.readNBytes(Math.max(length, 0));
        if (last) {
            reconnect();
        }
        if (!status.startsWith("HTTP/1.1 " + expectedStatus)) {
            throw new IOException(
                    status + " (expected: " + expectedStatus + "): " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    /** The server ends a connection after some number of requests, as servers do; part of the load on both sides. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(readLine().strip(), 16);
            body.write(in.readNBytes(size));
            readLine();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String readLine() throws IOException {
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || length == line.length) {
                throw new IOException(b < 0 ? "the server closed the connection" : "header line too long");
            }
            line[length++] = (byte) b;
        }
        return new String(
                line, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
