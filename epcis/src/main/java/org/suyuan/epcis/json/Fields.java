package org.suyuan.epcis.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.EpcisUri;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionName;
import org.suyuan.epcis.event.InvalidEventException;
import org.suyuan.epcis.event.LdContext;

/**
 * One JSON object being judged: its fields are taken out by name and type, and what is left at the end is an extension
 * or a mistake. A field that is absent or wrong gives {@code null}; wrong ones leave a finding.
 */
final class Fields {

    private final JsonTree.Structure structure;
    private final JsonPath path;
    private final LdContext context;
    private final Findings findings;
    private final String clause;
    private final Set<String> taken = new HashSet<>();

    Fields(JsonTree.Structure structure, JsonPath path, LdContext context, Findings findings, String clause) {
        this.structure = structure;
        this.path = path;
        this.context = context;
        this.findings = findings;
        this.clause = clause;
    }

    boolean has(String name) {
        return structure.fields().containsKey(name);
    }

    @Nullable
    JsonTree tree(String name) {
        taken.add(name);
        return structure.fields().get(name);
    }

    @Nullable
    String text(String name) {
        return switch (tree(name)) {
            case null -> null;
            case JsonTree.Text(String value) -> value;
            case JsonTree other -> this.<String>wrong(name, other, "a string");
        };
    }

    @Nullable
    String uri(String name) {
        String text = text(name);
        return text == null || EpcisUri.isAbsolute(text) ? text : this.<String>wrong(name, text, "an absolute URI");
    }

    @Nullable
    BigDecimal decimal(String name) {
        return switch (tree(name)) {
            case null -> null;
            case JsonTree.Decimal(BigDecimal value) -> value;
            case JsonTree other -> this.<BigDecimal>wrong(name, other, "a number");
        };
    }

    @Nullable
    Boolean truth(String name) {
        return switch (tree(name)) {
            case null -> null;
            case JsonTree.Truth(boolean value) -> value;
            case JsonTree other -> this.<Boolean>wrong(name, other, "true or false");
        };
    }

    @Nullable
    DateTimeStamp time(String name) {
        String text = text(name);
        return text == null ? null : build(name, () -> DateTimeStamp.of(text));
    }

    @Nullable
    CbvTerm term(String name, CbvVocabulary vocabulary) {
        String text = text(name);
        return text == null ? null : build(name, () -> new CbvTerm(vocabulary, text));
    }

    List<CbvTerm> terms(String name, CbvVocabulary vocabulary) {
        return each(name, (item, at) -> {
            String text = textOf(item, at);
            return text == null ? null : build(at, () -> new CbvTerm(vocabulary, text));
        });
    }

    List<String> uris(String name) {
        return each(name, this::uriOf);
    }

    /** A URI or an array of them, as {@code certificationInfo} allows. */
    List<String> uriOrUris(String name) {
        return structure.fields().get(name) instanceof JsonTree.Text
                ? Optional.ofNullable(uri(name)).map(List::of).orElse(List.of())
                : uris(name);
    }

    <T> List<T> objects(String name, String itemClause, Function<Fields, @Nullable T> decoder) {
        return each(name, (item, at) -> {
            if (item instanceof JsonTree.Structure inner) {
                return decoder.apply(new Fields(inner, at, context, findings, itemClause));
            }
            findings.add(at, item.shown(), "an object", itemClause);
            return null;
        });
    }

    <T> @Nullable T object(String name, String itemClause, Function<Fields, @Nullable T> decoder) {
        return switch (tree(name)) {
            case null -> null;
            case JsonTree.Structure inner ->
                decoder.apply(new Fields(inner, path.child(name), context, findings, itemClause));
            case JsonTree other -> this.<T>wrong(name, other, "an object");
        };
    }

    /** Says that the field is missing when it is; a wrong one was reported when it was read. */
    <T> @Nullable T required(String name, @Nullable T value) {
        if (!has(name)) {
            findings.add(path.child(name), "absent", "a value, since the field is required", clause);
        }
        return value;
    }

    /** What was not taken, as extensions; a name that the context does not explain is a finding. */
    List<Extension> extensions() {
        List<Extension> extensions = new ArrayList<>();
        for (Map.Entry<String, JsonTree> field : structure.fields().entrySet()) {
            String name = field.getKey();
            if (taken.contains(name)) {
                continue;
            }
            Optional<ExtensionName> resolved = context.resolve(name);
            if (resolved.isPresent()) {
                extensions.add(new Extension(resolved.get(), ExtensionTrees.of(field.getValue(), context)));
            } else {
                findings.add(
                        path.child(name),
                        field.getValue().shown(),
                        "a field of the standard, or an extension whose prefix the @context defines",
                        clause);
            }
        }
        return extensions;
    }

    /** Reports every field that was not taken, where the standard has no extension point. */
    void noExtensions() {
        for (Map.Entry<String, JsonTree> field : structure.fields().entrySet()) {
            if (!taken.contains(field.getKey())) {
                findings.add(
                        path.child(field.getKey()),
                        field.getValue().shown(),
                        "only the fields of the standard here",
                        clause);
            }
        }
    }

    /** Makes a record of the model; what the record refuses becomes a finding under this object. */
    <T> @Nullable T build(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (InvalidEventException e) {
            findings.add(path.children(e.field()), e.value(), e.expected(), e.clause());
            return null;
        }
    }

    JsonPath path() {
        return path;
    }

    Findings findings() {
        return findings;
    }

    private <T> @Nullable T build(String name, Supplier<T> maker) {
        return build(path.child(name), maker);
    }

    private <T> @Nullable T build(JsonPath at, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (InvalidEventException e) {
            findings.add(at, e.value(), e.expected(), e.clause());
            return null;
        }
    }

    private interface ItemDecoder<T> {
        @Nullable
        T decode(JsonTree item, JsonPath at);
    }

    private <T> List<T> each(String name, ItemDecoder<T> decoder) {
        JsonTree tree = tree(name);
        if (tree == null) {
            return List.of();
        }
        if (!(tree instanceof JsonTree.Sequence(List<JsonTree> items))) {
            findings.add(path.child(name), tree.shown(), "an array", clause);
            return List.of();
        }
        JsonPath at = path.child(name);
        List<T> decoded = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            T value = decoder.decode(items.get(i), at.child(i));
            if (value != null) {
                decoded.add(value);
            }
        }
        return decoded;
    }

    private @Nullable String uriOf(JsonTree item, JsonPath at) {
        String text = textOf(item, at);
        if (text != null && !EpcisUri.isAbsolute(text)) {
            findings.add(at, text, "an absolute URI", clause);
            return null;
        }
        return text;
    }

    private @Nullable String textOf(JsonTree item, JsonPath at) {
        if (item instanceof JsonTree.Text(String text)) {
            return text;
        }
        findings.add(at, item.shown(), "a string", clause);
        return null;
    }

    private <T> @Nullable T wrong(String name, JsonTree value, String expected) {
        return wrong(name, value.shown(), expected);
    }

    private <T> @Nullable T wrong(String name, String value, String expected) {
        findings.add(path.child(name), value, expected, clause);
        return null;
    }
}
