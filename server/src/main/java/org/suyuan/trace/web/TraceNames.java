package org.suyuan.trace.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;
import org.suyuan.shared.CodedName;

/** Names beside codes, all of one answer looked up at once. */
@Component
class TraceNames {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PublicFacts facts;
    private final Regions regions;
    private final MessageSource messages;

    TraceNames(PublicFacts facts, Regions regions, MessageSource messages) {
        this.facts = facts;
        this.regions = regions;
        this.messages = messages;
    }

    /** A place with what people call it; the name is its URI where it is not registered. */
    record PlaceView(
            String uri,
            String name,
            @Nullable String role,
            @Nullable CodedName region,
            @Nullable String operatorId,
            @Nullable String operatorName,
            @Nullable GeoPoint point) {}

    /**
     * A unit.
     *
     * @param kind ITEM, PACKAGE, LOT, CLASS or THING
     */
    record UnitView(
            String uri,
            CodedName kind,
            @Nullable String gtin,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String sscc,
            @Nullable String productId,
            @Nullable String productName) {}

    Looked lookUp(Collection<@Nullable String> places, Collection<TraceUnit> units, Locale locale) {
        Set<String> uris = new HashSet<>();
        for (String place : places) {
            if (place != null) {
                uris.add(place);
            }
        }
        Map<String, PublicSite> sites = new HashMap<>();
        List<String> asked = new ArrayList<>(uris);
        for (int from = 0; from < asked.size(); from += PublicFacts.ASKED_MAX) {
            sites.putAll(facts.sites(asked.subList(from, Math.min(from + PublicFacts.ASKED_MAX, asked.size()))));
        }
        Set<Gtin> gtins = new HashSet<>();
        units.forEach(unit -> gtin(unit).ifPresent(gtins::add));
        Map<Gtin, PublicProduct> products =
                facts.products(gtins.stream().limit(PublicFacts.ASKED_MAX).toList());
        Map<RegionCode, RegionName> names = regions.names(
                sites.values().stream().map(PublicSite::region).distinct().toList());
        return new Looked(sites, products, names, locale);
    }

    CodedName coded(String list, String code, Locale locale) {
        String name = messages.getMessage(list + "." + code, null, code, locale);
        return new CodedName(code, name == null ? code : name);
    }

    @Nullable
    CodedName codedIfPresent(String list, @Nullable String code, Locale locale) {
        return code == null ? null : coded(list, code, locale);
    }

    static OffsetDateTime local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    private static Optional<Gtin> gtin(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item item -> Optional.of(item.gtin());
            case TraceUnit.Lot lot -> Optional.of(lot.gtin());
            case TraceUnit.ProductClass product -> Optional.of(product.gtin());
            case TraceUnit.LogisticUnit _, TraceUnit.SupervisedItem _, TraceUnit.OtherThing _ -> Optional.empty();
        };
    }

    /** What was looked up for one answer. */
    final class Looked {
        private final Map<String, PublicSite> sites;
        private final Map<Gtin, PublicProduct> products;
        private final Map<RegionCode, RegionName> regionNames;
        private final Locale locale;

        private Looked(
                Map<String, PublicSite> sites,
                Map<Gtin, PublicProduct> products,
                Map<RegionCode, RegionName> regionNames,
                Locale locale) {
            this.sites = sites;
            this.products = products;
            this.regionNames = regionNames;
            this.locale = locale;
        }

        @Nullable
        PlaceView placeIfPresent(@Nullable String uri) {
            return uri == null ? null : place(uri);
        }

        PlaceView place(String uri) {
            PublicSite site = sites.get(uri);
            if (site == null) {
                return new PlaceView(uri, uri, null, null, null, null, null);
            }
            RegionName region = regionNames.get(site.region());
            String code = site.region().toString();
            return new PlaceView(
                    uri,
                    inLanguage(site.nameZh(), site.nameEn()),
                    site.role(),
                    new CodedName(code, region == null ? code : region.in(locale)),
                    site.operator().toString(),
                    inLanguage(site.operatorNameZh(), site.operatorNameEn()),
                    site.point());
        }

        UnitView unit(TraceUnit unit) {
            PublicProduct product = gtin(unit).map(products::get).orElse(null);
            return new UnitView(
                    unit.uri(),
                    coded("trace.kind", kind(unit), locale),
                    gtin(unit).map(Gtin::value).orElse(null),
                    unit instanceof TraceUnit.Item item ? item.serial() : null,
                    unit instanceof TraceUnit.Lot lot ? lot.lot() : null,
                    unit instanceof TraceUnit.LogisticUnit logistic
                            ? logistic.sscc().value()
                            : null,
                    product == null ? null : product.id().toString(),
                    product == null ? null : inLanguage(product.nameZh(), product.nameEn()));
        }

        private String inLanguage(String zh, @Nullable String en) {
            return en != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
        }
    }

    private static String kind(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item _, TraceUnit.SupervisedItem _ -> "ITEM";
            case TraceUnit.LogisticUnit _ -> "PACKAGE";
            case TraceUnit.Lot _ -> "LOT";
            case TraceUnit.ProductClass _ -> "CLASS";
            case TraceUnit.OtherThing _ -> "THING";
        };
    }
}
