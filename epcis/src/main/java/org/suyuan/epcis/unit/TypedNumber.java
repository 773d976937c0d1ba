package org.suyuan.epcis.unit;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suyuan.epcis.gs1.CheckDigit;
import org.suyuan.epcis.gs1.Cset;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.epcis.gs1.Sscc;
import org.suyuan.epcis.unit.UnitReading.Recognised;

/**
 * Text that begins with a digit, as typed from a label. Where a text can be read in two ways, the order is fixed: a GTIN with a
 * right check digit and one more word is an item; digits alone go by how many they are; 20 digits are a supervision code unless
 * they begin with 00.
 */
final class TypedNumber {

    private static final Pattern GTIN_AND_SERIAL = Pattern.compile("([0-9]{8}|[0-9]{12,14})(?: +| *[/+] *)([^ ]+)");
    private static final Pattern ELEMENT_STRING = Pattern.compile("01[0-9]{14}.*|00[0-9]{18}.*");
    private static final int SSCC_WITH_AI_DIGITS = 2 + Sscc.LENGTH;

    private TypedNumber() {}

    static Optional<Recognised> read(InputText input, String text) {
        Matcher pair = GTIN_AND_SERIAL.matcher(text);
        boolean isPair = pair.matches();
        if (isPair && CheckDigit.matches(pair.group(1))) {
            return Optional.of(recognised(
                    new TraceUnit.Item(Gtin.of(pair.group(1)), pair.group(2)), Syntax.GTIN_AND_SERIAL, input));
        }
        String digits = withoutSeparators(text);
        if (Cset.NUMERIC.holds(digits) && (!isPair || isLengthOfNumber(digits.length()))) {
            return Optional.of(digits(input, digits));
        }
        if (ELEMENT_STRING.matcher(text).matches()) {
            return Optional.of(UnitSyntax.elements(input, text, Syntax.SCANNED_ELEMENT_STRING));
        }
        if (isPair) {
            Gtin.of(pair.group(1)); // Throws, naming the right check digit.
        }
        return Optional.empty();
    }

    private static boolean isLengthOfNumber(int length) {
        return switch (length) {
            case 8, 12, 13, Gtin.LENGTH, Sscc.LENGTH, SupervisionCode.LENGTH -> true;
            default -> false;
        };
    }

    private static Recognised digits(InputText input, String digits) {
        return switch (digits.length()) {
            case 8, 12, 13, Gtin.LENGTH -> recognised(new TraceUnit.ProductClass(Gtin.of(digits)), Syntax.GTIN, input);
            case Sscc.LENGTH -> recognised(new TraceUnit.LogisticUnit(Sscc.of(digits)), Syntax.SSCC, input);
            case SSCC_WITH_AI_DIGITS ->
                digits.startsWith("00")
                        ? UnitSyntax.elements(input, digits, Syntax.SCANNED_ELEMENT_STRING)
                        : recognised(
                                new TraceUnit.SupervisedItem(new SupervisionCode(digits)),
                                Syntax.SUPERVISION_DIGITS,
                                input);
            default -> {
                if (ELEMENT_STRING.matcher(digits).matches()) {
                    yield UnitSyntax.elements(input, digits, Syntax.SCANNED_ELEMENT_STRING);
                }
                throw new Gs1SyntaxException(
                        Rule.LENGTH,
                        digits,
                        digits.length(),
                        digits.length()
                                + " digits (expected: 8, 12, 13 or 14 for a GTIN, 18 for an SSCC, 20 for a supervision code)");
            }
        };
    }

    private static Recognised recognised(TraceUnit unit, Syntax syntax, InputText input) {
        return new Recognised(unit, syntax, input.raw(), Map.of());
    }

    private static String withoutSeparators(String text) {
        return text.replace(" ", "").replace("-", "");
    }

    /** Where the n-th character that is no separator stands. */
    static int positionWithSeparators(String text, int n) {
        int left = n;
        for (int i = 0; i < text.length(); i++) {
            boolean separator = text.charAt(i) == ' ' || text.charAt(i) == '-';
            if (!separator && left-- == 0) {
                return i;
            }
        }
        return text.length();
    }
}
