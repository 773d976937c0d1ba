package org.suyuan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.Suyuan;
import org.suyuan.testing.ChildJvm;
import org.suyuan.testing.SignedIn;

/** What the platform has acknowledged it keeps, and half a document never stays, whatever happens to the process. */
class CaptureSurvivesKillTest {
    private static final String PASSWORD = "killed while capturing";
    private static final int SENDERS = 4;
    private static final int EVENTS_A_DOCUMENT = 5;
    private static final int ITEMS_AN_EVENT = 40;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 40;

    @TempDir
    Path home;

    private final int port = freePort();
    private final AtomicInteger documents = new AtomicInteger();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);

    @Test
    void every_acknowledged_document_is_there_after_a_kill_and_no_other_in_part() throws Exception {
        List<Thread> senders = new ArrayList<>();
        try (ChildJvm platform = platform()) {
            for (int i = 0; i < SENDERS; i++) {
                senders.add(Thread.ofVirtual().start(this::sendUntilNobodyAnswers));
            }
            enough.await();
            platform.kill();
        }
        for (Thread sender : senders) {
            sender.join();
        }
        try (ChildJvm platform = platform()) {
            SignedIn admin = SignedIn.as(port, "admin", PASSWORD);
            for (int document = 1; document <= documents.get(); document++) {
                int stored = count(admin, "EQ_readPoint=" + place(document));
                int traceable = count(admin, "MATCH_anyEPC=" + item(document, 0));
                assertThat(traceable)
                        .as("document %d in the unit index", document)
                        .isEqualTo(stored);
                if (acknowledged.contains(document)) {
                    assertThat(stored).as("acknowledged document %d", document).isEqualTo(EVENTS_A_DOCUMENT);
                } else {
                    assertThat(stored).as("unanswered document %d", document).isIn(0, EVENTS_A_DOCUMENT);
                }
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
        }
    }

    private ChildJvm platform() throws IOException {
        return ChildJvm.running(
                        Suyuan.class,
                        "--suyuan.home=" + home,
                        "--server.port=" + port,
                        "--suyuan.admin.password=" + PASSWORD)
                .until("Started Suyuan");
    }

    private void sendUntilNobodyAnswers() {
        try {
            SignedIn admin = SignedIn.as(port, "admin", PASSWORD);
            while (true) {
                int document = documents.incrementAndGet();
                int status = admin.post("/epcis/capture", document(document)).statusCode();
                if (status != 202) {
                    throw new AssertionError("document " + document + ": " + status);
                }
                acknowledged.add(document);
                enough.countDown();
            }
        } catch (IllegalStateException gone) {
            assertThat(gone).hasCauseInstanceOf(IOException.class);
        }
    }

    private static int count(SignedIn admin, String query) {
        var answer = admin.get("/epcis/events?perPage=100&" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().split("\"type\":\"ObjectEvent\"", -1).length - 1;
    }

    private static String place(int document) {
        return "https://id.gs1.org/414/6901234000016/254/" + document;
    }

    private static String item(int document, int number) {
        return "https://id.gs1.org/01/06901234567892/21/" + (document * 1_000 + number);
    }

    /** Events of different moments that all name the document's items, at a place of the document's own. */
    private static String document(int document) {
        String items = IntStream.range(0, ITEMS_AN_EVENT)
                .mapToObj(number -> "\"" + item(document, number) + "\"")
                .collect(Collectors.joining(","));
        String events = IntStream.range(0, EVENTS_A_DOCUMENT)
                .mapToObj(event -> """
                        {"type": "ObjectEvent", "action": "OBSERVE", "bizStep": "inspecting",
                         "eventTime": "2026-09-10T08:0%d:00+08:00", "eventTimeZoneOffset": "+08:00",
                         "epcList": [%s], "readPoint": {"id": "%s"}}""".formatted(event, items, place(document)))
                .collect(Collectors.joining(","));
        return """
                {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", "type": "EPCISDocument",
                 "schemaVersion": "2.0", "creationDate": "2026-09-10T08:00:00Z", "epcisBody": {"eventList": [%s]}}""".formatted(events);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
