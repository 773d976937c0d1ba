package org.suyuan.codes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Searchable;

/** Batches of codes as the search finds them: by id, by lot, by GTIN or resource number. */
@Component
@Order(60)
class BatchPages implements Searchable {
    private final Batches batches;

    BatchPages(Batches batches) {
        this.batches = batches;
    }

    @Override
    public String kind() {
        return "batch";
    }

    @Override
    public Permission needs() {
        return Permission.CODES_READ;
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit, Locale locale) {
        return id(text)
                .map(id -> batches.find(actor.scope(), id).stream().toList())
                .orElseGet(() -> batches.about(actor.scope(), text, seriesClass(text), limit))
                .stream()
                .map(BatchPages::hit)
                .toList();
    }

    /** A GTIN is kept with its fourteen digits. */
    private static String seriesClass(String text) {
        try {
            return Gtin.of(text).value();
        } catch (Gs1SyntaxException e) {
            return text;
        }
    }

    private static Hit hit(CodeBatch batch) {
        String lot = batch.lot() == null ? "" : " " + batch.lot();
        return new Hit(
                "batch",
                batch.id().toString(),
                batch.series().seriesClass() + lot + " × " + batch.quantity(),
                batch.createdAt().atZone(Verifications.ZONE).toLocalDate().toString());
    }

    private static Optional<BatchId> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(new BatchId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
