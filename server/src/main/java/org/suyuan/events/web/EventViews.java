package org.suyuan.events.web;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.AssociationEvent;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.TransactionEvent;
import org.suyuan.epcis.event.TransformationEvent;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.json.EpcisJsonWriter;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.events.EventCodec;
import org.suyuan.events.StoredEvent;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;
import org.suyuan.shared.CodedName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts names beside the codes of events; all names of a page are looked up at once. */
@Component
class EventViews {
    /** Units of one event shown by name in its detail; the JSON-LD beside it has them all. */
    private static final int UNITS_SHOWN_MAX = 200;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PublicFacts facts;
    private final Regions regions;
    private final MessageSource messages;
    private final JsonMapper json;

    EventViews(PublicFacts facts, Regions regions, MessageSource messages, JsonMapper json) {
        this.facts = facts;
        this.regions = regions;
        this.messages = messages;
        this.json = json;
    }

    /** A place with what people call it; the name is its URI when it is not registered. */
    record PlaceView(
            String uri,
            String name,
            @Nullable String role,
            @Nullable CodedName region,
            @Nullable String operatorId,
            @Nullable String operatorName) {}

    /** One unit or class with its part in the event. */
    record UnitView(
            String role,
            String uri,
            String kind,
            @Nullable String productName,
            @Nullable BigDecimal quantity,
            @Nullable String unit) {}

    /**
     * @param units how many units the event names
     * @param first the first of them, for a glance
     */
    record Row(
            String id,
            CodedName type,
            @Nullable CodedName action,
            OffsetDateTime eventTime,
            OffsetDateTime recordTime,
            @Nullable CodedName bizStep,
            @Nullable CodedName disposition,
            @Nullable PlaceView place,
            int units,
            @Nullable UnitView first,
            boolean declaration,
            boolean voided) {}

    /** @param event the event as the EPCIS query gives it, JSON-LD */
    record Detail(
            Row summary,
            String hash,
            String captureId,
            @Nullable PlaceView readPoint,
            @Nullable PlaceView bizLocation,
            List<PlaceView> sources,
            List<PlaceView> destinations,
            List<UnitView> units,
            boolean unitsTruncated,
            JsonNode event) {}

    List<Row> rows(List<StoredEvent> stored, Locale locale) {
        List<EpcisEvent> events = stored.stream().map(EventCodec::asCaptured).toList();
        Names names = names(
                stored,
                List.of(),
                events.stream()
                        .map(EventViews::firstMention)
                        .flatMap(Optional::stream)
                        .toList());
        List<Row> rows = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            rows.add(row(stored.get(i), events.get(i), names, locale));
        }
        return rows;
    }

    Detail detail(StoredEvent stored, Locale locale) {
        EpcisEvent event = EventCodec.asCaptured(stored);
        List<Mention> mentions = mentions(event).toList();
        List<Mention> shown = mentions.subList(0, Math.min(UNITS_SHOWN_MAX, mentions.size()));
        var why = event.core().why();
        List<String> sources = why.sourceList().stream()
                .map(s -> Gs1Uri.canonicalOrSame(s.source()))
                .toList();
        List<String> destinations = why.destinationList().stream()
                .map(d -> Gs1Uri.canonicalOrSame(d.destination()))
                .toList();
        List<String> parties =
                Stream.concat(sources.stream(), destinations.stream()).toList();
        Names names = names(List.of(stored), parties, shown);
        return new Detail(
                row(stored, event, names, locale),
                stored.hash(),
                stored.captureId().toString(),
                place(stored.readPoint(), names, locale),
                place(stored.bizLocation(), names, locale),
                sources.stream().map(uri -> named(uri, names, locale)).toList(),
                destinations.stream().map(uri -> named(uri, names, locale)).toList(),
                shown.stream().map(mention -> unit(mention, names, locale)).toList(),
                shown.size() < mentions.size(),
                json.readTree(EpcisJsonWriter.toBytes(EventCodec.asQueried(stored, event))));
    }

    private Row row(StoredEvent stored, EpcisEvent event, Names names, Locale locale) {
        String where = stored.bizLocation() != null ? stored.bizLocation() : stored.readPoint();
        return new Row(
                stored.eventId(),
                word("eventType", stored.type(), locale),
                stored.action() == null ? null : word("action", stored.action(), locale),
                stored.eventTime().atZone(ZONE).toOffsetDateTime(),
                stored.recordTime().atZone(ZONE).toOffsetDateTime(),
                stored.bizStep() == null ? null : word("bizStep", stored.bizStep(), locale),
                stored.disposition() == null ? null : word("disposition", stored.disposition(), locale),
                place(where, names, locale),
                (int) mentions(event).count(),
                firstMention(event).map(mention -> unit(mention, names, locale)).orElse(null),
                stored.declaration(),
                stored.voided());
    }

    /** One appearance of a unit in an event. */
    private record Mention(
            String role, String written, @Nullable QuantityElement quantity) {
        static Stream<Mention> epcs(String role, List<String> uris) {
            return uris.stream().map(uri -> new Mention(role, uri, null));
        }

        static Stream<Mention> quantities(String role, List<QuantityElement> elements) {
            return elements.stream().map(element -> new Mention(role, element.epcClass(), element));
        }

        Optional<TraceUnit> unit() {
            return UnitSyntax.read(written) instanceof UnitReading.Recognised recognised
                    ? Optional.of(recognised.unit())
                    : Optional.empty();
        }
    }

    private static Optional<Mention> firstMention(EpcisEvent event) {
        return mentions(event).findFirst();
    }

    private static Stream<Mention> mentions(EpcisEvent event) {
        return switch (event) {
            case ObjectEvent e ->
                Stream.concat(Mention.epcs("EPC", e.epcList()), Mention.quantities("EPC", e.quantityList()));
            case TransactionEvent e ->
                Stream.of(
                                Stream.ofNullable(e.parentID()).map(uri -> new Mention("PARENT", uri, null)),
                                Mention.epcs("EPC", e.epcList()),
                                Mention.quantities("EPC", e.quantityList()))
                        .flatMap(s -> s);
            case AggregationEvent e -> contained(e.parentID(), e.childEPCs(), e.childQuantityList());
            case AssociationEvent e -> contained(e.parentID(), e.childEPCs(), e.childQuantityList());
            case TransformationEvent e ->
                Stream.of(
                                Mention.epcs("OUTPUT", e.outputEPCList()),
                                Mention.quantities("OUTPUT", e.outputQuantityList()),
                                Mention.epcs("INPUT", e.inputEPCList()),
                                Mention.quantities("INPUT", e.inputQuantityList()))
                        .flatMap(s -> s);
        };
    }

    private static Stream<Mention> contained(
            @Nullable String parent, List<String> children, List<QuantityElement> quantities) {
        return Stream.of(
                        Stream.ofNullable(parent).map(uri -> new Mention("PARENT", uri, null)),
                        Mention.epcs("CHILD", children),
                        Mention.quantities("CHILD", quantities))
                .flatMap(s -> s);
    }

    /** Sites, regions and products of a page. */
    private record Names(
            Map<String, PublicSite> sites, Map<RegionCode, RegionName> regions, Map<Gtin, PublicProduct> products) {}

    private Names names(Collection<StoredEvent> stored, Collection<String> morePlaces, Collection<Mention> mentions) {
        Set<String> places = new LinkedHashSet<>(morePlaces);
        stored.forEach(
                event -> Stream.of(Optional.ofNullable(event.readPoint()), Optional.ofNullable(event.bizLocation()))
                        .flatMap(Optional::stream)
                        .forEach(places::add));
        Set<Gtin> gtins = new LinkedHashSet<>();
        mentions.forEach(mention -> mention.unit().flatMap(EventViews::gtin).ifPresent(gtins::add));
        Map<String, PublicSite> sites = facts.sites(places);
        Set<RegionCode> codes = sites.values().stream().map(PublicSite::region).collect(Collectors.toSet());
        return new Names(sites, regions.names(codes), facts.products(gtins));
    }

    private static Optional<Gtin> gtin(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item(Gtin gtin, String ignored) -> Optional.of(gtin);
            case TraceUnit.Lot(Gtin gtin, String ignored) -> Optional.of(gtin);
            case TraceUnit.ProductClass(Gtin gtin) -> Optional.of(gtin);
            case TraceUnit.SupervisedItem ignored -> Optional.empty();
            case TraceUnit.LogisticUnit ignored -> Optional.empty();
            case TraceUnit.OtherThing ignored -> Optional.empty();
        };
    }

    private UnitView unit(Mention mention, Names names, Locale locale) {
        Optional<TraceUnit> unit = mention.unit();
        PublicProduct product =
                unit.flatMap(EventViews::gtin).map(names.products()::get).orElse(null);
        QuantityElement quantity = mention.quantity();
        return new UnitView(
                mention.role(),
                unit.map(TraceUnit::uri).orElse(mention.written()),
                unit.map(u -> u.getClass().getSimpleName()).orElse("OtherThing"),
                product == null ? null : inLanguage(product.nameZh(), product.nameEn(), locale),
                quantity == null ? null : quantity.quantity(),
                quantity == null ? null : quantity.uom());
    }

    private @Nullable PlaceView place(@Nullable String uri, Names names, Locale locale) {
        return uri == null ? null : named(uri, names, locale);
    }

    private PlaceView named(String uri, Names names, Locale locale) {
        PublicSite site = names.sites().get(uri);
        if (site == null) {
            return new PlaceView(uri, uri, null, null, null, null);
        }
        return new PlaceView(
                uri,
                inLanguage(site.nameZh(), site.nameEn(), locale),
                site.role(),
                region(site.region(), names, locale),
                site.operator().toString(),
                inLanguage(site.operatorNameZh(), site.operatorNameEn(), locale));
    }

    private static CodedName region(RegionCode code, Names names, Locale locale) {
        RegionName name = names.regions().get(code);
        return new CodedName(code.toString(), name == null ? code.toString() : name.in(locale));
    }

    private CodedName word(String list, String code, Locale locale) {
        return new CodedName(code, String.valueOf(messages.getMessage(list + "." + code, null, code, locale)));
    }

    private static String inLanguage(String zh, @Nullable String en, Locale locale) {
        return en != null && locale.getLanguage().equals("en") ? en : zh;
    }
}
