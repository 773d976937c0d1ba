package org.suyuan.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Place;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Problem;

/** Public files of operators and places: what stands on licences, labels and shop fronts. */
@PortalController
class FileController {
    /** Sites and products a public file lists. */
    private static final int LISTED_MAX = 50;

    private final PublicFacts facts;
    private final CheckPages pages;

    FileController(PublicFacts facts, CheckPages pages) {
        this.facts = facts;
        this.pages = pages;
    }

    record OperatorFile(
            String name,
            List<String> kinds,
            String region,
            String status,
            boolean active,
            @Nullable String uscc,
            @Nullable String productionLicence,
            @Nullable String operationLicence,
            List<SiteLine> sites,
            boolean moreSites,
            List<ProductLine> products,
            boolean moreProducts) {}

    record SiteLine(String name, String role, String region, @Nullable String href) {}

    record ProductLine(String name, String category, @Nullable String specification, @Nullable String href) {}

    record PlaceFile(
            String name,
            String role,
            String region,
            @Nullable String address,
            String status,
            boolean active,
            String operator,
            String operatorHref,
            @Nullable String gln) {}

    @GetMapping("/operators/{id}")
    ModelAndView operator(@PathVariable String id, Locale locale) {
        PublicOperator operator = id(id).flatMap(facts::operator)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "operator: " + id));
        List<PublicSite> sites = facts.sitesOf(operator.id(), LISTED_MAX + 1);
        List<PublicProduct> products = facts.productsOf(operator.id(), LISTED_MAX + 1);
        Words words = pages.words(locale);
        List<RegionCode> regions = new ArrayList<>(Names.regionsOf(sites).toList());
        regions.add(operator.region());
        Names names = pages.names(words, regions);
        OperatorFile file = new OperatorFile(
                names.of(operator),
                names.kinds(operator),
                names.region(operator.region()),
                words.say("registration." + operator.status()),
                operator.status() == RegistrationStatus.ACTIVE,
                operator.uscc() == null ? null : operator.uscc().value(),
                operator.productionLicence(),
                operator.operationLicence(),
                sites.stream().limit(LISTED_MAX).map(site -> line(site, names)).toList(),
                sites.size() > LISTED_MAX,
                products.stream()
                        .limit(LISTED_MAX)
                        .map(product -> line(product, words, names))
                        .toList(),
                products.size() > LISTED_MAX);
        return new ModelAndView("portal/operator", Map.of("file", file));
    }

    private static Optional<OperatorId> id(String text) {
        try {
            return Optional.of(new OperatorId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SiteLine line(PublicSite site, Names names) {
        return new SiteLine(names.of(site), names.role(site), names.region(site.region()), href(site));
    }

    private static @Nullable String href(PublicSite site) {
        String key = "https://id.gs1.org";
        return site.place().startsWith(key + "/414/") ? site.place().substring(key.length()) : null;
    }

    private static ProductLine line(PublicProduct product, Words words, Names names) {
        return new ProductLine(
                names.of(product),
                words.name(product.category()),
                product.specification(),
                product.gtin() == null ? null : "/01/" + product.gtin().value());
    }

    @GetMapping("/414/**")
    ModelAndView place(HttpServletRequest request, Locale locale) {
        String place = place(PortalRequest.base(request) + PortalRequest.path(request));
        PublicSite site = Optional.ofNullable(
                        facts.sites(List.of(place)).get(place))
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "place: " + place));
        Words words = pages.words(locale);
        Names names = pages.names(words, List.of(site.region()));
        PlaceFile file = new PlaceFile(
                names.of(site),
                names.role(site),
                names.region(site.region()),
                site.address(),
                words.say("registration." + site.status()),
                site.status() == RegistrationStatus.ACTIVE,
                names.operatorOf(site),
                "/operators/" + site.operator(),
                gln(site));
        return new ModelAndView("portal/place", Map.of("file", file));
    }

    private static String place(String link) {
        try {
            return Place.parse(link).uri();
        } catch (Gs1SyntaxException e) {
            throw new Problem(CommonProblem.MALFORMED, e.rule() + ": " + e.detail());
        }
    }

    private static @Nullable String gln(PublicSite site) {
        String href = href(site);
        return href == null ? null : href.split("/", 4)[2];
    }
}
