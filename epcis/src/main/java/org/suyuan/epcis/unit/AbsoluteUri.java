package org.suyuan.epcis.unit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suyuan.epcis.gs1.DigitalLink;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.gs1.Rule;

/** Absolute URIs (and IRIs, as people write them in Chinese) that name things outside the GS1 keys of {@link TraceUnit}. */
final class AbsoluteUri {

    /** Two characters at least, so that a drive letter is no scheme. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.+)", Pattern.DOTALL);

    private static final Pattern AUTHORITY = Pattern.compile("(//[^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern URN_NAMESPACE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]*)(:.+)", Pattern.DOTALL);
    private static final String FORBIDDEN = "<>\"{}|\\^`";

    /** Canonical URIs of the units that have a type of their own. */
    private static final Pattern OWN_TYPE =
            Pattern.compile("https://id\\.gs1\\.org/(?:00/[^/]*|01/[^/]*(?:/(?:10|21)/[^/]*)?)");

    private AbsoluteUri() {}

    static boolean is(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * The one spelling of a URI: a GS1 key as its canonical Digital Link, anything else as it is with scheme, host and URN
     * namespace in lower case (RFC 3986 §6.2.2.1, RFC 8141 §3.1).
     *
     * @throws Gs1SyntaxException when it is no absolute URI, or names a unit that has a type of its own
     */
    static String normalised(String uri) {
        Matcher parts = SCHEME.matcher(uri);
        if (!parts.matches()) {
            throw new Gs1SyntaxException(Rule.UNRECOGNISED, uri, 0, "no absolute URI");
        }
        Optional<String> gs1 = Gs1Uri.canonical(uri);
        if (gs1.isPresent()) {
            return requireNoOwnType(uri, DigitalLink.parse(gs1.get()).canonical());
        }
        requireCharacters(uri);
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String rest = scheme.equals("urn")
                ? lowered(URN_NAMESPACE, parts.group(2))
                : scheme.startsWith("http") ? loweredHost(uri, parts.group(2)) : parts.group(2);
        return requireNoOwnType(uri, scheme + ":" + rest);
    }

    private static String requireNoOwnType(String uri, String normalised) {
        if (OWN_TYPE.matcher(normalised).matches() || normalised.startsWith(SupervisionCode.URN)) {
            throw new Gs1SyntaxException(Rule.VALUE, uri, 0, "names an item, lot, product or package (see UnitSyntax)");
        }
        return normalised;
    }

    private static void requireCharacters(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean allowed = c < 0x80 ? c > ' ' && c < 0x7F && FORBIDDEN.indexOf(c) < 0 : isLetterOfIri(c);
            if (!allowed) {
                throw new Gs1SyntaxException(
                        Rule.CHARSET, uri, i, "character U+%04X may not stand in a URI".formatted((int) c));
            }
        }
    }

    private static boolean isLetterOfIri(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static String loweredHost(String uri, String rest) {
        if (!rest.startsWith("//") || rest.length() == 2 || "/?#".indexOf(rest.charAt(2)) >= 0) {
            throw new Gs1SyntaxException(Rule.STRUCTURE, uri, uri.length() - rest.length(), "no host");
        }
        return lowered(AUTHORITY, rest);
    }

    private static String lowered(Pattern headAndTail, String text) {
        Matcher matcher = headAndTail.matcher(text);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) + matcher.group(2) : text;
    }
}
