package org.suyuan.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Speaks clamd's INSTREAM on a real socket, with the manners one asks for; passes the same contract as the real daemon. */
final class FakeClamd implements AutoCloseable {
    /** How it behaves. */
    enum Manners {
        WELL_BEHAVED,
        /** Takes everything and never answers. */
        SILENT,
        /** Closes as soon as somebody connects. */
        RUDE
    }

    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int lengthMax;
    private volatile Manners manners = Manners.WELL_BEHAVED;

    FakeClamd(int lengthMax) throws IOException {
        this.lengthMax = lengthMax;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    FakeClamd behaving(Manners manners) {
        this.manners = manners;
        return this;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            if (manners == Manners.RUDE) {
                return;
            }
            if (manners == Manners.SILENT) {
                closed.await();
                return;
            }
            DataInputStream in = new DataInputStream(caller.getInputStream());
            byte[] command = in.readNBytes(COMMAND.length());
            if (!new String(command, StandardCharsets.US_ASCII).equals(COMMAND)) {
                answer(caller, "UNKNOWN COMMAND");
                return;
            }
            answer(caller, judge(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String judge(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            if (text.length() + length > lengthMax) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return text.indexOf(Eicar.text()) >= 0 ? "stream: Eicar-Test FOUND" : "stream: OK";
    }

    private static void answer(Socket caller, String words) throws IOException {
        caller.getOutputStream().write((words + "\0").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
