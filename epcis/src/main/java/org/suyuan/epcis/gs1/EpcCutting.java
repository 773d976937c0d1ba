package org.suyuan.epcis.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The way back from a GS1 key to the fields of an EPC URN. */
final class EpcCutting {

    private EpcCutting() {}

    static Optional<EpcUri> cut(DigitalLink link, int companyPrefixDigits) {
        if (companyPrefixDigits < EpcUri.COMPANY_PREFIX_DIGITS_MIN
                || companyPrefixDigits > EpcUri.COMPANY_PREFIX_DIGITS_MAX) {
            throw new IllegalArgumentException(
                    "company prefix: " + companyPrefixDigits + " digits (expected: 6 to 12)");
        }
        return scheme(link).flatMap(scheme -> cut(link, scheme, companyPrefixDigits));
    }

    /** The scheme whose serial the link has, and the first one of the key where it has none. */
    private static Optional<EpcScheme> scheme(DigitalLink link) {
        List<EpcScheme> ofKey = Arrays.stream(EpcScheme.values())
                .filter(scheme -> scheme.ai.equals(link.key().ai()))
                .toList();
        Optional<EpcScheme> withSerial = ofKey.stream()
                .filter(scheme ->
                        scheme.serial != null && link.qualifier(scheme.serial).isPresent())
                .findFirst();
        boolean hasOtherQualifiers = !link.qualifiers().isEmpty();
        return withSerial.isPresent() || hasOtherQualifiers
                ? withSerial
                : ofKey.stream().findFirst();
    }

    private static Optional<EpcUri> cut(DigitalLink link, EpcScheme scheme, int prefixDigits) {
        String key = link.key().value();
        List<String> fields = new ArrayList<>();
        String serial =
                scheme.serial == null ? "" : link.qualifier(scheme.serial).orElse("");
        if (scheme.digits == 0) {
            if (key.length() < prefixDigits || !Cset.NUMERIC.holds(key.substring(0, prefixDigits))) {
                return Optional.empty();
            }
            fields.add(key.substring(0, prefixDigits));
            fields.add(key.substring(prefixDigits));
        } else {
            int from = scheme.prefix.length();
            String body = key.substring(from, from + scheme.digits);
            String ordered = scheme.indicatorFirst ? body.substring(1) : body;
            if (prefixDigits > ordered.length()) {
                return Optional.empty();
            }
            fields.add(ordered.substring(0, prefixDigits));
            fields.add((scheme.indicatorFirst ? body.substring(0, 1) : "") + ordered.substring(prefixDigits));
            int checkEnd = from + scheme.digits + 1;
            for (int i = 0; i < scheme.pairs; i++) {
                fields.add(key.substring(checkEnd + 2 * i, checkEnd + 2 * i + 2));
            }
            if (EpcScheme.IN_KEY.equals(scheme.serial)) {
                serial = key.substring(checkEnd);
            }
        }
        return Optional.of(finish(scheme, fields, serial));
    }

    private static EpcUri finish(EpcScheme scheme, List<String> fields, String serial) {
        String name = scheme.lowerName();
        if (scheme.serial == null) {
            return new EpcUri(EpcUri.Form.ID, name, fields);
        }
        boolean pattern = serial.isEmpty() && scheme.hasClass();
        fields.add(pattern ? "*" : serial.isEmpty() ? "0" : serial);
        return new EpcUri(
                pattern ? EpcUri.Form.PATTERN : scheme == EpcScheme.LGTIN ? EpcUri.Form.CLASS : EpcUri.Form.ID,
                name,
                fields);
    }
}
