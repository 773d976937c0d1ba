package org.suyuan.portal.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The links known for a thing and for the classes it belongs to, the finest first (RFC 9264 §4.2, GS1-Conformant
 * Resolver 1.2 "Linksets").
 */
record LinkSet(List<Context> linkset) {

    /** @param links by the address of their type */
    record Context(
            String anchor,
            String itemDescription,
            @JsonIgnore Map<String, List<Target>> links) {

        @JsonAnyGetter
        Map<String, List<Target>> byType() {
            return links;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Target(String href, String title, String type, List<String> hreflang) {}

    static final String DEFAULT_LINK = LinkType.NAMESPACE + "defaultLink";

    /** The link of a type, of the finest level that has one. */
    Optional<Target> find(LinkType type) {
        return linkset.stream()
                .flatMap(context -> context.links().getOrDefault(type.uri(), List.of()).stream())
                .findFirst();
    }

    /** Collects the links of one level. */
    static final class Level {
        private static final List<String> LANGUAGES = List.of("zh", "en");
        private static final String PAGE = "text/html";

        private final String anchor;
        private final String description;
        private final Words words;
        private final Map<String, List<Target>> links = new LinkedHashMap<>();

        Level(String anchor, String description, Words words) {
            this.anchor = anchor;
            this.description = description;
            this.words = words;
        }

        Level link(LinkType type) {
            Target target = new Target(
                    anchor + type.fragment(), words.say("link." + type.word(), description), PAGE, LANGUAGES);
            links.put(type.uri(), List.of(target));
            links.putIfAbsent(
                    DEFAULT_LINK,
                    List.of(new Target(anchor, words.say("link." + type.word(), description), PAGE, LANGUAGES)));
            return this;
        }

        Context context() {
            return new Context(anchor, description, links);
        }
    }
}
