package org.suyuan.trace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;

/** Reads identifiers of one document, each once. */
final class Identifiers {
    /** What has the form of a GS1 key but breaks its rules, for example by its check digit, is traced as it is written. */
    private static final String AS_WRITTEN = "urn:suyuan:as-written:";

    private final Map<String, TraceUnit> read = new HashMap<>();

    TraceUnit unit(String uri) {
        return read.computeIfAbsent(uri, Identifiers::readUnit);
    }

    private static TraceUnit readUnit(String uri) {
        return switch (UnitSyntax.read(uri)) {
            case UnitReading.Recognised recognised -> recognised.unit();
            case UnitReading.Malformed _ -> thing(uri);
        };
    }

    /** A thing known by nothing but its URI, whatever that looks like. */
    static TraceUnit thing(String uri) {
        try {
            return new TraceUnit.OtherThing(uri);
        } catch (Gs1SyntaxException notWhatItLooksLike) {
            return new TraceUnit.OtherThing(AS_WRITTEN + URLEncoder.encode(uri, StandardCharsets.UTF_8));
        }
    }

    /** Places and parties under the URI by which the registry knows them. */
    static String place(String uri) {
        return Gs1Uri.canonicalOrSame(uri);
    }
}
