package org.suyuan.epcis.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON-LD context in force for an event: what its sender's names mean (EPCIS 2.0 §10). Prefixes and terms written
 * inline are understood; a context given by reference is remembered and given back but never fetched, since a capture
 * must not depend on, nor reach out to, someone else's server.
 */
public record LdContext(List<Entry> entries) {

    public static final String STANDARD = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    private static final Set<String> STANDARD_SPELLINGS = Set.of(
            STANDARD,
            "https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
            "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context-simple.jsonld",
            "https://gs1.github.io/EPCIS/epcis-context.jsonld",
            "https://gs1.github.io/EPCIS/epcis-context-simple.jsonld");

    /** What GS1's own context defines. */
    private static final Map<String, String> STANDARD_PREFIXES = Map.of(
            "epcis", "https://ref.gs1.org/epcis/",
            "cbv", "https://ref.gs1.org/cbv/",
            "cbvmda", "urn:epcglobal:cbv:mda:",
            "gs1", "https://gs1.org/voc/",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "owl", "http://www.w3.org/2002/07/owl#",
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "dcterms", "http://purl.org/dc/terms/");

    private static final Set<String> URI_SCHEMES = Set.of("http", "https", "urn");

    /** The context of an event that uses nothing but the standard. */
    public static final LdContext OF_THE_STANDARD = new LdContext(List.of(new Entry.Reference(STANDARD)));

    public static final LdContext EMPTY = new LdContext(List.of());

    /** One member of the {@code @context} array. */
    public sealed interface Entry {
        record Reference(String uri) implements Entry {}

        record Inline(ExtensionValue.Structure terms) implements Entry {}
    }

    public LdContext {
        entries = List.copyOf(entries);
    }

    /**
     * This context followed by an inner one, whose entries win (JSON-LD 1.1 §4.1.8). An inner context that repeats this
     * one and goes on, as a stored event inside an answer does, stands for both.
     */
    public LdContext with(LdContext inner) {
        if (inner.startsWith(this)) {
            return inner;
        }
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(inner.entries);
        return new LdContext(all);
    }

    public boolean startsWith(LdContext outer) {
        return entries.size() >= outer.entries.size()
                && entries.subList(0, outer.entries.size()).equals(outer.entries);
    }

    /** The namespace of a prefix; inner entries first, GS1's own last. */
    public Optional<String> namespace(String prefix) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof Entry.Inline(ExtensionValue.Structure terms)) {
                Optional<String> found = iri(terms, prefix);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.ofNullable(STANDARD_PREFIXES.get(prefix));
    }

    /** What an extension's field name means, empty where nothing in this context defines it. */
    public Optional<ExtensionName> resolve(String name) {
        if (name.isEmpty() || name.startsWith("@")) {
            return Optional.empty();
        }
        int colon = name.indexOf(':');
        if (colon < 0) {
            return namespace(name).map(iri -> ofIri(name, iri));
        }
        String prefix = name.substring(0, colon);
        String rest = name.substring(colon + 1);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> namespace = namespace(prefix);
        if (namespace.isPresent()) {
            return Optional.of(new ExtensionName(name, namespace.get(), rest));
        }
        if (URI_SCHEMES.contains(prefix) && EpcisUri.isAbsolute(name)) {
            return Optional.of(ofIri(name, name));
        }
        return hasForeignReference() ? Optional.of(new ExtensionName(name, prefix + ":", rest)) : Optional.empty();
    }

    /** Whether a context that is not GS1's is named, whose terms are therefore unknown here. */
    public boolean hasForeignReference() {
        return entries.stream()
                .anyMatch(entry -> entry instanceof Entry.Reference(String uri) && !STANDARD_SPELLINGS.contains(uri));
    }

    public boolean hasStandardReference() {
        return entries.stream()
                .anyMatch(entry -> entry instanceof Entry.Reference(String uri) && STANDARD_SPELLINGS.contains(uri));
    }

    private static ExtensionName ofIri(String written, String iri) {
        int cut = Math.max(iri.lastIndexOf('#'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':'))) + 1;
        return new ExtensionName(written, iri.substring(0, cut), iri.substring(cut));
    }

    private static Optional<String> iri(ExtensionValue.Structure terms, String name) {
        for (Extension term : terms.fields()) {
            if (term.name().written().equals(name)) {
                return iri(term.value());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> iri(ExtensionValue definition) {
        return switch (definition) {
            case ExtensionValue.Text(String iri)
            when !iri.startsWith("@") && EpcisUri.isAbsolute(iri) -> Optional.of(iri);
            case ExtensionValue.Structure(List<Extension> fields) ->
                fields.stream()
                        .filter(field -> field.name().written().equals("@id"))
                        .findFirst()
                        .flatMap(field -> iri(field.value()));
            case ExtensionValue.Text ignored -> Optional.empty();
            case ExtensionValue.Sequence ignored -> Optional.empty();
            case ExtensionValue.Decimal ignored -> Optional.empty();
            case ExtensionValue.Truth ignored -> Optional.empty();
            case ExtensionValue.Nothing ignored -> Optional.empty();
        };
    }
}
