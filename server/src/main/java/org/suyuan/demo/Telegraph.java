package org.suyuan.demo;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.AssociationEvent;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.TransactionEvent;
import org.suyuan.epcis.event.TransformationEvent;
import org.suyuan.epcis.json.DocumentHead;
import org.suyuan.epcis.json.EpcisJsonWriter;
import tools.jackson.databind.JsonNode;

/** Sends the chronicle to the capture interface in documents of a few thousand identifiers, over few connections. */
final class Telegraph {
    private static final int CONNECTIONS = 3;
    private static final int IDENTIFIERS_A_DOCUMENT = 8_000;
    private static final int EVENTS_A_DOCUMENT = 1_000;

    private final Platform platform;
    private final Progress progress;

    Telegraph(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /**
     * Order between documents does not matter here: the platform traces by event time.
     *
     * @return how many of them were new to the platform
     */
    int sendAll(List<EpcisEvent> events) {
        int stored = 0;
        List<Future<Integer>> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (List<EpcisEvent> document : documents(events)) {
                sent.add(senders.submit(() -> send(document)));
            }
            try {
                for (Future<Integer> one : sent) {
                    stored += one.get();
                }
            } catch (ExecutionException | InterruptedException e) {
                senders.shutdownNow();
                throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
            }
        }
        return stored;
    }

    /** @return how many of them were new to the platform */
    int send(List<EpcisEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 19);
        DocumentHead head = DocumentHead.of(Occasion.stamp(LocalDateTime.of(2026, 9, 20, 23, 59)));
        try (EpcisJsonWriter.Document document = EpcisJsonWriter.open(head, bytes)) {
            events.forEach(document::write);
        }
        JsonNode job = platform.post("/epcis/capture", "application/ld+json", bytes.toByteArray());
        progress.done(events.stream().mapToLong(Telegraph::identifiers).sum());
        return job.path("stored").asInt();
    }

    private static List<List<EpcisEvent>> documents(List<EpcisEvent> events) {
        List<List<EpcisEvent>> documents = new ArrayList<>();
        List<EpcisEvent> current = new ArrayList<>();
        int identifiers = 0;
        for (EpcisEvent event : events) {
            current.add(event);
            identifiers += identifiers(event);
            if (identifiers >= IDENTIFIERS_A_DOCUMENT || current.size() >= EVENTS_A_DOCUMENT) {
                documents.add(current);
                current = new ArrayList<>();
                identifiers = 0;
            }
        }
        if (!current.isEmpty()) {
            documents.add(current);
        }
        return documents;
    }

    /** How many things an event names one by one. */
    static int identifiers(EpcisEvent event) {
        return switch (event) {
            case ObjectEvent object -> object.epcList().size();
            case AggregationEvent aggregation -> aggregation.childEPCs().size();
            case TransformationEvent transformation ->
                transformation.inputEPCList().size()
                        + transformation.outputEPCList().size();
            case TransactionEvent ignored -> 0;
            case AssociationEvent ignored -> 0;
        };
    }
}
