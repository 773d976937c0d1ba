package org.suyuan.epcis.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.EpcisUri;
import org.suyuan.epcis.event.LdContext;

/** Reads {@code @context}: a URI, an object of terms, or an array of both (EPCIS 2.0 §10.2). */
final class ContextDecoder {

    private static final String CLAUSE = "EPCIS 2.0 §10.2";

    private ContextDecoder() {}

    static LdContext decode(@Nullable JsonTree tree, JsonPath path, Findings findings) {
        if (tree == null) {
            return LdContext.EMPTY;
        }
        List<LdContext.Entry> entries = new ArrayList<>();
        if (tree instanceof JsonTree.Sequence(List<JsonTree> items)) {
            for (int i = 0; i < items.size(); i++) {
                add(items.get(i), path.child(i), entries, findings);
            }
        } else {
            add(tree, path, entries, findings);
        }
        return new LdContext(entries);
    }

    private static void add(JsonTree item, JsonPath path, List<LdContext.Entry> entries, Findings findings) {
        switch (item) {
            case JsonTree.Text(String uri)
            when EpcisUri.isAbsolute(uri) -> entries.add(new LdContext.Entry.Reference(uri));
            case JsonTree.Structure(var fields) ->
                entries.add(new LdContext.Entry.Inline(ExtensionTrees.terms(fields)));
            case JsonTree other ->
                findings.add(path, other.shown(), "the URI of a context, or an object of prefixes and terms", CLAUSE);
        }
    }
}
