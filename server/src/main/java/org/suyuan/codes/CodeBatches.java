package org.suyuan.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.ApplicationIdentifiers;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.Product;
import org.suyuan.registry.Products;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/**
 * Issuing of item codes (R1.2). An actor issues for products it sees and reads batches of the operators it sees;
 * reading takes {@code CODES_READ}, issuing and downloading {@code CODES_ISSUE}.
 */
@Component
public class CodeBatches {
    private final Batches batches;
    private final CodeKeys keys;
    private final IssuedSeries issued;
    private final Products products;
    private final PublicFacts facts;

    CodeBatches(Batches batches, CodeKeys keys, IssuedSeries issued, Products products, PublicFacts facts) {
        this.batches = batches;
        this.keys = keys;
        this.issued = issued;
        this.products = products;
        this.facts = facts;
    }

    /**
     * Issues a batch; takes the same time for ten codes and for a thousand million.
     *
     * @throws InvalidInput with every bad field
     * @throws Problem {@link CodesProblem#SERIES_FULL}
     */
    public CodeBatch issue(Actor actor, BatchRequest request) {
        actor.require(Permission.CODES_ISSUE);
        Product product = checked(actor, request);
        Gtin gtin = request.gtin() != null ? request.gtin() : product.gtin();
        IssueOrder order = new IssueOrder(
                product.id(),
                product.operator(),
                product.regionPath(),
                request.kind(),
                gtin == null ? null : gtin.value(),
                keys.current().version(),
                request.quantity(),
                request.lot(),
                request.note(),
                actor.id(),
                actor.name());
        return switch (batches.issue(order)) {
            case IssueResult.Issued(CodeBatch batch) -> {
                AfterCommit.run(() -> issued.raise(new Batches.Counter(
                        batch.series(), batch.kind(), batch.product(), batch.from() + batch.quantity())));
                yield batch;
            }
            case IssueResult.SeriesFull(SeriesKey series, long left) ->
                throw new Problem(
                        CodesProblem.SERIES_FULL,
                        "quantity: " + request.quantity() + " (expected: <= " + left + ", what series "
                                + series.seriesClass() + " can still issue under key version " + series.keyVersion()
                                + ")");
        };
    }

    /** Empty also for a batch that the actor may not see. */
    public Optional<CodeBatch> find(Actor actor, BatchId id) {
        actor.require(Permission.CODES_READ);
        return batches.find(actor.scope(), id);
    }

    /** Newest first. */
    public Page<CodeBatch> list(Actor actor, BatchFilter filter, PageRequest page) {
        actor.require(Permission.CODES_READ);
        return batches.list(actor.scope(), filter, page);
    }

    /** Part of the codes of a batch, ready to be written; empty when the actor sees no such batch. */
    public Optional<BatchCodes> codes(Actor actor, BatchId id, long from, @Nullable Long count) {
        actor.require(Permission.CODES_ISSUE);
        return batches.find(actor.scope(), id).map(batch -> codes(batch, from, count));
    }

    private BatchCodes codes(CodeBatch batch, long from, @Nullable Long count) {
        if (from < 0 || from >= batch.quantity()) {
            throw InvalidInput.of("from", Long.toString(from), "range", "expected: 0 … " + (batch.quantity() - 1));
        }
        long left = batch.quantity() - from;
        long wanted = count == null ? left : count;
        if (wanted < 1 || wanted > left) {
            throw InvalidInput.of("count", Long.toString(wanted), "range", "expected: 1 … " + left);
        }
        Series series = issued.find(batch.series())
                .orElseThrow(() -> new IllegalStateException("series " + batch.series() + " is not loaded"));
        return new BatchCodes(batch, series, from, wanted);
    }

    private Product checked(Actor actor, BatchRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Product> product = product(actor, request, errors);
        if (product.isPresent()
                && request.kind() == CodeKind.GS1_SERIAL
                && request.gtin() == null
                && product.get().gtin() == null) {
            errors.add(
                    new FieldError("/productId", null, "needs-gtin", "a product without GTIN gets supervision codes"));
        }
        long quantityMax = Math.min(CodeBatch.QUANTITY_MAX, request.kind().capacity());
        if (request.quantity() < 1 || request.quantity() > quantityMax) {
            String given = Long.toString(request.quantity());
            errors.add(new FieldError("/quantity", given, "range", "expected: 1 … " + quantityMax));
        }
        String lot = request.lot();
        if (lot != null) {
            ApplicationIdentifiers.find("10")
                    .orElseThrow()
                    .fault(lot)
                    .ifPresent(fault -> errors.add(new FieldError("/lot", lot, "lot-number", fault.detail())));
        }
        String note = request.note();
        if (note != null && note.length() > BatchRequest.NOTE_MAX) {
            errors.add(new FieldError("/note", note, "range", "expected: <= " + BatchRequest.NOTE_MAX + " characters"));
        }
        if (!errors.isEmpty() || product.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return product.get();
    }

    private Optional<Product> product(Actor actor, BatchRequest request, List<FieldError> errors) {
        if ((request.product() == null) == (request.gtin() == null)) {
            errors.add(new FieldError("/productId", null, "one-of", "expected: either productId or gtin"));
            return Optional.empty();
        }
        Gtin gtin = request.gtin();
        Optional<Product> found = gtin == null
                ? Optional.ofNullable(request.product()).flatMap(id -> products.find(actor, id))
                : facts.product(gtin).map(PublicProduct::id).flatMap(id -> products.find(actor, id));
        if (found.isEmpty()) {
            String given = gtin == null ? String.valueOf(request.product()) : gtin.value();
            errors.add(
                    new FieldError(gtin == null ? "/productId" : "/gtin", given, "unknown-product", "no such product"));
        }
        return found;
    }
}
