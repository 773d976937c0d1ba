package org.suyuan.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Captures documents over HTTP and writes the same facts as plain rows into the same PostgreSQL, in turn. Each side has
 * the same number of connections, and each document is one durable transaction on either side. Texts are made before
 * the clock starts; the first documents, which warm the server's JVM up, are counted on neither.
 */
final class Capture implements AutoCloseable {
    private static final int ACCEPTED = 202;

    private final Volumes volumes;
    private final Platform platform;
    private final Market market;
    private final Documents documents = new Documents();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Documents.Case> cases = new ArrayList<>();
    /** How far each kind of event has come in the batch. What is inspected was commissioned but never packed. */
    private long commissioned;

    private long packed;
    private long inspected;

    Capture(Volumes volumes, Platform platform, Market market) throws SQLException, IOException {
        this.volumes = volumes;
        this.platform = platform;
        this.market = market;
        this.inspected = volumes.packedItems();
        for (int i = 0; i < Volumes.CAPTURE_CLIENTS; i++) {
            wires.add(new Wire(platform.port()));
            connections.add(platform.connect());
        }
        Plain.create(connections.getFirst());
    }

    /** One document, both ways. */
    private record Pair(byte[] document, PlainWrite plain) {}

    private interface PlainWrite {
        void on(Connection connection) throws SQLException, IOException;
    }

    /** Rates of both ways, of each round. */
    private record Rates(double[] ours, double[] plain) {
        Row row(String name, String unit, double ratioMin) {
            return Row.atLeast(name, Figures.median(ours), unit, Figures.median(plain), ratioMin);
        }

        Row shown(String name, String unit) {
            return Row.shown(name, Figures.median(ours), unit, Figures.median(plain));
        }
    }

    private interface Batch {
        Pair next() throws IOException, InterruptedException;
    }

    List<Row> itemsOfOneEvent() throws Exception {
        List<Pair> warmUp = batch(this::commissioning, volumes.warmUpDocuments());
        send(warmUp);
        copy(warmUp);
        Bytes before = Bytes.now(platform);
        Rates rates = rounds(this::commissioning, volumes.documents(), Volumes.DOCUMENT_ITEMS);
        Bytes bytes = Bytes.now(platform).since(before);
        String name = "capture events of 10 000 items, " + millions(volumes.items());
        return List.of(
                rates.row(name, "items/s", 2),
                Row.atMost(
                        name + ", stored",
                        bytes.ours() / (double) volumes.items(),
                        "bytes/item",
                        bytes.plain() / (double) volumes.items(),
                        0.1));
    }

    /** The same for the unfavourable kind: one event a case. No target; it says what the first row does not. */
    List<Row> itemsInCases() throws Exception {
        List<Pair> warmUp = batch(this::packing, volumes.packingDocuments());
        send(warmUp);
        copy(warmUp);
        Bytes before = Bytes.now(platform);
        Rates rates = rounds(this::packing, volumes.packingDocuments(), Volumes.DOCUMENT_ITEMS);
        Bytes bytes = Bytes.now(platform).since(before);
        double items = (double) volumes.rounds() * volumes.packingDocuments() * Volumes.DOCUMENT_ITEMS;
        travel();
        String name = "capture items packed in cases of 24";
        return List.of(
                rates.shown(name, "items/s"),
                Row.shown(name + ", stored", bytes.ours() / items, "bytes/item", bytes.plain() / items));
    }

    List<Row> singleItems() throws Exception {
        send(batch(this::inspections, volumes.singleDocuments()));
        Rates rates = rounds(this::inspections, volumes.singleDocuments(), Volumes.DOCUMENT_EVENTS);
        return List.of(rates.row("capture single-item events, documents of 500", "events/s", 0.5));
    }

    /** All cases go on pallets, which leave, arrive and are taken apart. */
    private void travel() throws IOException, InterruptedException {
        List<Pair> journeys = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += Documents.PALLET_CASES) {
            Documents.Pallet pallet =
                    documents.load(cases.subList(from, Math.min(from + Documents.PALLET_CASES, cases.size())));
            Instant time = documents.nextJourney();
            byte[] lines = Plain.travelled(pallet, time);
            journeys.add(new Pair(Documents.journey(pallet, time), connection -> Plain.copy(connection, lines)));
        }
        send(journeys);
        copy(journeys);
    }

    /** Items that travelled in a case on a pallet. */
    List<String> travelledItems() {
        return cases.stream().flatMap(each -> each.serials().stream()).toList();
    }

    /** Rows of the baseline's item table. */
    long itemEvents() {
        return commissioned + packed;
    }

    /** In turn, and the other first in every second round, so that neither always meets the other's checkpoint. */
    private Rates rounds(Batch of, int documents, int unitsEach) throws Exception {
        double[] ours = new double[volumes.rounds()];
        double[] plain = new double[volumes.rounds()];
        double units = (double) documents * unitsEach;
        for (int round = 0; round < volumes.rounds(); round++) {
            List<Pair> pairs = batch(of, documents);
            if (round % 2 == 0) {
                ours[round] = units / send(pairs);
                plain[round] = units / copy(pairs);
            } else {
                plain[round] = units / copy(pairs);
                ours[round] = units / send(pairs);
            }
        }
        return new Rates(ours, plain);
    }

    private static List<Pair> batch(Batch of, int documents) throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            pairs.add(of.next());
        }
        return pairs;
    }

    private double send(List<Pair> pairs) throws IOException, InterruptedException {
        String login = "Authorization: Bearer " + market.token() + "\r\n";
        List<byte[]> requests = pairs.stream()
                .map(pair -> Wire.request("POST", "/epcis/capture", login, pair.document()))
                .toList();
        return Clients.share(requests, wires, (wire, request) -> wire.exchange(request, ACCEPTED));
    }

    private double copy(List<Pair> pairs) throws InterruptedException {
        return Clients.share(
                pairs, connections, (connection, pair) -> pair.plain().on(connection));
    }

    private Pair commissioning() throws IOException, InterruptedException {
        List<String> serials = market.serials(commissioned, Volumes.DOCUMENT_ITEMS);
        commissioned += serials.size();
        UUID event = UUID.randomUUID();
        Instant time = documents.next();
        byte[] lines = Plain.commissioned(serials, event.getMostSignificantBits() >>> 1, time);
        return new Pair(Documents.commissioning(serials, event, time), connection -> Plain.copy(connection, lines));
    }

    private Pair packing() throws IOException, InterruptedException {
        List<String> serials = market.serials(packed, Volumes.DOCUMENT_ITEMS);
        packed += serials.size();
        Instant time = documents.next();
        List<Documents.Case> filled = IntStream.iterate(0, i -> i < serials.size(), i -> i + Documents.CASE_ITEMS)
                .mapToObj(i -> documents.pack(serials.subList(i, Math.min(i + Documents.CASE_ITEMS, serials.size()))))
                .toList();
        cases.addAll(filled);
        byte[] lines = Plain.packed(filled, time);
        return new Pair(Documents.packing(filled, time), connection -> Plain.copy(connection, lines));
    }

    private Pair inspections() throws IOException, InterruptedException {
        List<String> serials = market.serials(inspected, Volumes.DOCUMENT_EVENTS);
        inspected += serials.size();
        List<UUID> events = serials.stream().map(_ -> UUID.randomUUID()).toList();
        Instant time = documents.next();
        return new Pair(
                Documents.inspections(serials, events, time),
                connection -> Plain.insert(connection, serials, events, time));
    }

    private static String millions(long items) {
        return items >= 1_000_000 ? items / 1_000_000 + " million" : items / 1_000 + " thousand";
    }

    @Override
    public void close() throws SQLException, IOException {
        for (Wire wire : wires) {
            wire.close();
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
