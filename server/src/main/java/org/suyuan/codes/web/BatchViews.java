package org.suyuan.codes.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.suyuan.codes.CodeBatch;
import org.suyuan.codes.CodeKind;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** Makes views of batches, with names and with what the actor may do. */
@Component
class BatchViews {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> DOWNLOADS = List.of("codes", "labels");

    private final PublicFacts facts;
    private final MessageSource messages;

    BatchViews(PublicFacts facts, MessageSource messages) {
        this.facts = facts;
        this.messages = messages;
    }

    BatchView of(Actor actor, CodeBatch batch) {
        return of(actor, List.of(batch)).getFirst();
    }

    List<BatchView> of(Actor actor, List<CodeBatch> batches) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<ProductId, String> names = new HashMap<>();
        for (CodeBatch batch : batches) {
            names.computeIfAbsent(
                    batch.product(),
                    id -> facts.product(id)
                            .map(product -> name(product, locale))
                            .orElse(id.toString()));
        }
        List<BatchView.AllowedAction> actions = actions(actor, locale);
        return batches.stream()
                .map(batch -> view(batch, names.getOrDefault(batch.product(), ""), actions))
                .toList();
    }

    private static BatchView view(CodeBatch batch, String productName, List<BatchView.AllowedAction> actions) {
        boolean serials = batch.kind() == CodeKind.GS1_SERIAL;
        return new BatchView(
                batch.id().toString(),
                batch.kind(),
                new BatchView.Named(batch.product().toString(), productName),
                batch.operator().toString(),
                serials ? batch.series().seriesClass() : null,
                serials ? null : batch.series().seriesClass(),
                batch.series().keyVersion(),
                batch.quantity(),
                batch.lot(),
                batch.note(),
                new BatchView.Named(batch.createdBy().toString(), batch.createdByName()),
                batch.createdAt().atZone(ZONE).toOffsetDateTime(),
                actions);
    }

    private List<BatchView.AllowedAction> actions(Actor actor, Locale locale) {
        boolean may = actor.may(Permission.CODES_ISSUE);
        String reason = may ? null : messages.getMessage("codes.needs-issue", null, locale);
        return DOWNLOADS.stream()
                .map(action -> new BatchView.AllowedAction(action, may, reason))
                .toList();
    }

    private static String name(PublicProduct product, Locale locale) {
        String english = product.nameEn();
        return locale.getLanguage().equals("en") && english != null ? english : product.nameZh();
    }
}
