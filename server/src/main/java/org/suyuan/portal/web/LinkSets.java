package org.suyuan.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.DigitalLink;
import org.suyuan.epcis.gs1.Element;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Place;
import org.suyuan.registry.PublicFacts;

/** Finds the links of a Digital Link. Looks only at what is registered, never at whether a serial exists. */
@Component
class LinkSets {
    private static final String GTIN = "01";
    private static final String GLN = "414";
    private static final String LOT = "10";

    private final PublicFacts facts;

    LinkSets(PublicFacts facts) {
        this.facts = facts;
    }

    /** @param base our own address as the visitor sees it */
    LinkSet of(DigitalLink link, String base, Words words) {
        Optional<String> name = name(link, words);
        List<Element> path = link.path();
        List<LinkSet.Context> contexts = new ArrayList<>();
        for (int levels = path.size(); levels >= 1; levels--) {
            DigitalLink level = new DigitalLink(link.key(), path.subList(1, levels), List.of());
            Element last = path.get(levels - 1);
            String description = levels == 1
                    ? name.orElse("(" + last.ai() + ") " + last.value())
                    : name.map(n -> n + " ").orElse("") + "(" + last.ai() + ") " + last.value();
            contexts.add(context(level, last, name.isPresent(), new LinkSet.Level(level.uri(base), description, words)));
        }
        return new LinkSet(contexts);
    }

    /** Checking works for every well-formed code; the other links only lead somewhere for what is registered. */
    private static LinkSet.Context context(DigitalLink link, Element last, boolean known, LinkSet.Level level) {
        String key = link.key().ai();
        if (key.equals(GLN)) {
            return level.link(LinkType.LOCATION_INFO).context();
        }
        if (key.equals(GTIN) && last.ai().equals(GTIN)) {
            return (known ? level.link(LinkType.PIP) : level)
                    .link(LinkType.VERIFICATION_SERVICE)
                    .context();
        }
        level.link(LinkType.VERIFICATION_SERVICE);
        boolean traced = known || !key.equals(GTIN) || last.ai().equals(LOT);
        return (traced ? level.link(LinkType.TRACEABILITY) : level).context();
    }

    private Optional<String> name(DigitalLink link, Words words) {
        Element key = link.key();
        return switch (key.ai()) {
            case GTIN -> facts.product(Gtin.of(key.value())).map(found -> words.name(found.nameZh(), found.nameEn()));
            case GLN -> {
                String place = Place.parse(link.canonical()).uri();
                yield Optional.ofNullable(facts.sites(List.of(place)).get(place))
                        .map(found -> words.name(found.nameZh(), found.nameEn()));
            }
            default -> Optional.empty();
        };
    }
}
