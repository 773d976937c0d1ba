package org.suyuan.trace;

import java.util.HashMap;
import java.util.Map;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;

/** Reads identifiers of one document, each once. What is no unit of a known kind is traced under its URI as it stands. */
final class Identifiers {
    private final Map<String, TraceUnit> read = new HashMap<>();

    TraceUnit unit(String uri) {
        return read.computeIfAbsent(uri, text -> switch (UnitSyntax.read(text)) {
            case UnitReading.Recognised recognised -> recognised.unit();
            case UnitReading.Malformed _ -> new TraceUnit.OtherThing(text);
        });
    }

    /** Places and parties under the URI by which the registry knows them. */
    static String place(String uri) {
        return Gs1Uri.canonical(uri).orElse(uri);
    }
}
