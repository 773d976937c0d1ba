package org.suyuan.portal.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.ShelfLife;

/**
 * The product card.
 *
 * @param name null when nobody registered the product
 * @param brand shown beside the name
 * @param producerHref the producer's public file
 * @param lines the other facts, each with its label
 */
record ProductView(
        @Nullable String name,
        @Nullable String brand,
        @Nullable String producer,
        @Nullable String producerHref,
        List<Line> lines) {

    /** @param tone {@code attention} for what wants to be read, else empty */
    record Line(String label, String value, String tone) {
        Line(String label, String value) {
            this(label, value, "");
        }
    }

    /** Fewer days left than this are pointed out. */
    private static final int DAYS_LEFT_ATTENTION = 3;

    static Optional<ProductView> of(VerificationAnswer answer, Words words, Names names) {
        VerificationAnswer.Facts facts = answer.facts();
        PublicProduct product = facts.product().orElse(null);
        PublicOperator producer = facts.producer().orElse(null);
        List<Line> lines = new ArrayList<>();
        if (product != null) {
            addProduct(lines, product, words);
        }
        facts.lot().ifPresent(lot -> lines.add(new Line(words.say("product.lot"), lot)));
        facts.productionDate().ifPresent(day -> lines.add(new Line(words.say("product.made"), words.day(day))));
        facts.bestBefore().ifPresent(day -> lines.add(bestBefore(day, answer, words)));
        if (product == null && producer == null && lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProductView(
                product == null ? null : names.of(product),
                product == null ? null : product.brand(),
                producer == null ? null : names.of(producer),
                producer == null ? null : "/operators/" + producer.id(),
                lines));
    }

    private static void addProduct(List<Line> lines, PublicProduct product, Words words) {
        lines.add(new Line(words.say("product.category"), words.name(product.category())));
        if (product.specification() != null) {
            lines.add(new Line(words.say("product.specification"), product.specification()));
        } else if (product.netContent() != null) {
            lines.add(new Line(words.say("product.net-content"), words.amount(product.netContent())));
        }
        if (product.packagingLevel() > 0) {
            lines.add(new Line(
                    words.say("product.package"), words.say("product.pieces", words.number(product.pieces()))));
        }
        ShelfLife life = product.shelfLife();
        if (life != null) {
            lines.add(new Line(
                    words.say("product.shelf-life"),
                    words.say("product.shelf-life." + life.unit().name(), life.length())));
        }
        if (product.storage() != null) {
            lines.add(new Line(words.say("product.storage"), words.name(product.storage())));
        }
        if (product.gtin() != null) {
            lines.add(new Line(words.say("product.gtin"), product.gtin().value()));
        }
    }

    private static Line bestBefore(LocalDate day, VerificationAnswer answer, Words words) {
        LocalDate today = LocalDate.ofInstant(answer.at(), Words.ZONE);
        long left = ChronoUnit.DAYS.between(today, day);
        String said = left < 0
                ? words.say("product.expired", -left)
                : left == 0 ? words.say("product.last-day") : words.say("product.days-left", left);
        return new Line(
                words.say("product.best-before"),
                words.say("product.best-before.value", words.day(day), said),
                left < DAYS_LEFT_ATTENTION ? "attention" : "");
    }
}
