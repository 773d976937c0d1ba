package org.suyuan.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Codes from the platform: a batch a lot, found again by its note. */
final class IssuedCodes implements CodeSupply {
    private static final String BATCHES = "/api/codes/batches";

    private final Platform platform;
    private final Progress progress;
    /** Batches by note. */
    private final Map<String, String> issued = new HashMap<>();

    IssuedCodes(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
        for (JsonNode batch : platform.list(BATCHES)) {
            issued.put(batch.path("note").asString(""), batch.path("id").asString());
        }
    }

    @Override
    public List<String> codes(Batch batch, Kind kind) {
        String note = "示例世界 demo world " + batch.number();
        String id = issued.computeIfAbsent(note, missing -> issue(batch, kind, missing));
        List<String> codes = download(id, batch, kind);
        if (codes.size() != batch.quantity()) {
            throw new IllegalStateException(
                    "codes of " + batch.number() + ": " + codes.size() + " (expected: " + batch.quantity() + ")");
        }
        progress.done(codes.size());
        return codes;
    }

    private String issue(Batch batch, Kind kind, String note) {
        JsonNode made = platform.post(
                BATCHES,
                Map.of(
                        "gtin", batch.goods().gtin(),
                        "kind", kind.name(),
                        "quantity", batch.quantity(),
                        "lot", batch.number(),
                        "note", note));
        return made.path("id").asString();
    }

    private List<String> download(String id, Batch batch, Kind kind) {
        List<String> codes = new ArrayList<>((int) batch.quantity());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                platform.download(BATCHES + "/" + id + "/codes", "text/csv"), StandardCharsets.UTF_8))) {
            lines.readLine(); // the header
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String code = line.substring(0, line.indexOf(','));
                codes.add(
                        switch (kind) {
                            case GS1_SERIAL -> batch.goods().item(code);
                            case SUPERVISION -> "urn:suyuan:supervision:" + code;
                        });
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
