package org.suyuan.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;
import org.suyuan.shared.web.ExportColumn;
import org.suyuan.shared.web.ExportFormat;
import org.suyuan.shared.web.Exports;

/** What the registers put into a file, and that they did: an export is a read of protected data, recorded before it begins. */
@Component
class RegistryExports {
    static final List<ExportColumn<OperatorView>> OPERATORS = List.of(
            column("id", OperatorView::id),
            column("uscc", OperatorView::uscc),
            column("name", OperatorView::name),
            column("kinds", v -> names(v.kinds())),
            column("regionCode", v -> v.region().code()),
            column("region", v -> v.region().name()),
            column("address", OperatorView::address),
            column("contact", v -> v.contact().name()),
            column("phone", v -> v.contact().phone()),
            column("email", v -> v.contact().email()),
            column("companyPrefix", OperatorView::companyPrefix),
            column("productionLicence", OperatorView::productionLicence),
            column("operationLicence", OperatorView::operationLicence),
            column("validFrom", OperatorView::validFrom),
            column("validTo", OperatorView::validTo),
            column("status", OperatorView::statusLabel));

    static final List<ExportColumn<SiteView>> SITES = List.of(
            column("id", SiteView::id),
            column("operatorId", SiteView::operatorId),
            column("operator", SiteView::operatorName),
            column("name", SiteView::name),
            column("role", v -> v.role().name()),
            column("gln", SiteView::gln),
            column("place", SiteView::place),
            column("regionCode", v -> v.region().code()),
            column("region", v -> v.region().name()),
            column("address", SiteView::address),
            column("validFrom", SiteView::validFrom),
            column("validTo", SiteView::validTo),
            column("status", SiteView::statusLabel));

    static final List<ExportColumn<ProductView>> PRODUCTS = List.of(
            column("id", ProductView::id),
            column("operatorId", ProductView::operatorId),
            column("operator", ProductView::operatorName),
            column("gtin", ProductView::gtin),
            column("ownCode", ProductView::ownCode),
            column("name", ProductView::name),
            column("category", v -> v.category().name()),
            column("specification", ProductView::specification),
            column("brand", ProductView::brand),
            column("origin", ProductView::origin),
            column("status", ProductView::statusLabel));

    static final List<ExportColumn<LotView>> LOTS = List.of(
            column("id", LotView::id),
            column("productId", LotView::productId),
            column("product", LotView::productName),
            column("gtin", LotView::gtin),
            column("operatorId", LotView::operatorId),
            column("lotNumber", LotView::lotNumber),
            column("productionDate", LotView::productionDate),
            column("bestBefore", LotView::bestBefore),
            column("quantity", v -> v.quantity() == null ? null : v.quantity().value()),
            column("unit", v -> v.quantity() == null ? null : v.quantity().unit()),
            column("siteId", LotView::siteId));

    private final Exports exports;
    private final AuditTrail trail;

    RegistryExports(Exports exports, AuditTrail trail) {
        this.exports = exports;
        this.trail = trail;
    }

    /**
     * @param noun whose plural names the file
     * @param query as sent, for the trail
     * @param views of one portion
     */
    <R, V> void write(
            HttpServletResponse response,
            Actor actor,
            String noun,
            String action,
            String query,
            ExportFormat format,
            Locale locale,
            List<ExportColumn<V>> columns,
            Consumer<Consumer<List<R>>> rows,
            Function<List<R>, List<V>> views)
            throws IOException {
        actor.require(Permission.REGISTRY_READ);
        String path = actor.scope() instanceof Scope.Jurisdiction(String region) ? region : null;
        Subject all = new Subject(noun, "*", query, null, actor.operator().orElse(null), path);
        trail.read(actor, Deed.of(action, all, Map.of("format", format.name())));
        exports.write(
                response,
                noun + "s",
                format,
                locale,
                columns,
                portion -> rows.accept(found -> portion.accept(views.apply(found))));
    }

    private static <V> ExportColumn<V> column(String name, Function<V, @Nullable Object> value) {
        return new ExportColumn<>(name, "export.registry." + name, value);
    }

    private static String names(List<CodedName> values) {
        return values.stream().map(CodedName::name).collect(Collectors.joining("; "));
    }
}
