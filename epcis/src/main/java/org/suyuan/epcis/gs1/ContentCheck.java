package org.suyuan.epcis.gs1;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a part of a value must be beyond its length and characters. Checks against code lists that change (countries,
 * currencies, package and media types) and coupon syntaxes are left out on purpose: a list older than the label would refuse a
 * genuine product.
 */
public enum ContentCheck {
    MOD10(Rule.CHECK_DIGIT, "a right check digit") {
        @Override
        int fault(String part) {
            return CheckDigit.matches(part) ? FINE : part.length() - 1;
        }
    },
    PAIR1021(Rule.CHECK_DIGIT, "a right check character pair") {
        @Override
        int fault(String part) {
            return CheckPair.matches(part) ? FINE : Math.max(0, part.length() - 2);
        }
    },
    /** YYMMDD, where day 00 means the last day of the month. */
    YYMMD0(Rule.DATE, "a date YYMMDD, day 00 allowed") {
        @Override
        int fault(String part) {
            return dateFault(Centuries.yearOf(number(part, 0, 2)), part, 2, true);
        }
    },
    YYMMDD(Rule.DATE, "a date YYMMDD") {
        @Override
        int fault(String part) {
            return dateFault(Centuries.yearOf(number(part, 0, 2)), part, 2, false);
        }
    },
    YYYYMMDD(Rule.DATE, "a date YYYYMMDD") {
        @Override
        int fault(String part) {
            return dateFault(number(part, 0, 4), part, 4, false);
        }
    },
    HHMM(Rule.DATE, "a time hhmm") {
        @Override
        int fault(String part) {
            return number(part, 0, 2) > 23 ? 0 : number(part, 2, 4) > 59 ? 2 : FINE;
        }
    },
    HOUR(Rule.DATE, "an hour 00 to 23") {
        @Override
        int fault(String part) {
            return number(part, 0, 2) > 23 ? 0 : FINE;
        }
    },
    MINUTE(Rule.DATE, "a minute 00 to 59") {
        @Override
        int fault(String part) {
            return number(part, 0, 2) > 59 ? 0 : FINE;
        }
    },
    SECOND(Rule.DATE, "a second 00 to 59") {
        @Override
        int fault(String part) {
            return number(part, 0, 2) > 59 ? 0 : FINE;
        }
    },
    ZERO(Rule.VALUE, "0") {
        @Override
        int fault(String part) {
            return part.chars().allMatch(c -> c == '0') ? FINE : 0;
        }
    },
    NONZERO(Rule.VALUE, "a number above 0") {
        @Override
        int fault(String part) {
            return part.chars().allMatch(c -> c == '0') ? 0 : FINE;
        }
    },
    NOLEAD0(Rule.VALUE, "no zero in front") {
        @Override
        int fault(String part) {
            return part.startsWith("0") ? 0 : FINE;
        }
    },
    PIECE(Rule.VALUE, "piece and total, each half the digits, piece 1 to total") {
        @Override
        int fault(String part) {
            if (part.length() % 2 != 0) {
                return 0;
            }
            int half = part.length() / 2;
            int piece = number(part, 0, half);
            int total = number(part, half, part.length());
            return piece == 0 ? 0 : total == 0 ? half : piece > total ? 0 : FINE;
        }
    },
    POSOFSEQ(Rule.VALUE, "position/total, position 1 to total") {
        @Override
        int fault(String part) {
            int slash = part.indexOf('/');
            if (!POSITION_OF_TOTAL.matcher(part).matches()) {
                return 0;
            }
            return number(part, 0, slash) > number(part, slash + 1, part.length()) ? 0 : FINE;
        }
    },
    BOOL(Rule.VALUE, "0 or 1") {
        @Override
        int fault(String part) {
            return part.equals("0") || part.equals("1") ? FINE : 0;
        }
    },
    WINDING(Rule.VALUE, "0, 1 or 9") {
        @Override
        int fault(String part) {
            return part.equals("9") ? FINE : BOOL.fault(part);
        }
    },
    /** ISO/IEC 5218. */
    SEX(Rule.VALUE, "0, 1, 2 or 9") {
        @Override
        int fault(String part) {
            return part.equals("2") ? FINE : WINDING.fault(part);
        }
    },
    MINUS(Rule.VALUE, "a hyphen") {
        @Override
        int fault(String part) {
            return part.chars().allMatch(c -> c == '-') ? FINE : 0;
        }
    },
    LAT(Rule.VALUE, "latitude + 90 in ten-millionths of a degree, at most 1800000000") {
        @Override
        int fault(String part) {
            return part.compareTo("1800000000") > 0 ? 0 : FINE;
        }
    },
    LON(Rule.VALUE, "longitude + 180 in ten-millionths of a degree, at most 3600000000") {
        @Override
        int fault(String part) {
            return part.compareTo("3600000000") > 0 ? 0 : FINE;
        }
    },
    NONDIGIT(Rule.VALUE, "a character that is no digit") {
        @Override
        int fault(String part) {
            return Cset.NUMERIC.holds(part) ? 0 : FINE;
        }
    },
    PERCENT(Rule.VALUE, "two hexadecimal digits after %") {
        @Override
        int fault(String part) {
            for (int i = part.indexOf('%'); i >= 0; i = part.indexOf('%', i + 3)) {
                if (!PercentCoding.isEscape(part, i)) {
                    return i;
                }
            }
            return FINE;
        }
    };

    static final int FINE = -1;

    private static final Pattern POSITION_OF_TOTAL = Pattern.compile("[1-9][0-9]{0,8}/[1-9][0-9]{0,8}");

    final Rule rule;
    final String expected;

    ContentCheck(Rule rule, String expected) {
        this.rule = rule;
        this.expected = expected;
    }

    static ContentCheck named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The position of the first fault in a part whose length and characters are right already, or {@link #FINE}. */
    abstract int fault(String part);

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static int dateFault(int year, String part, int monthAt, boolean dayMayBeZero) {
        int month = number(part, monthAt, monthAt + 2);
        if (month < 1 || month > 12) {
            return monthAt;
        }
        int day = number(part, monthAt + 2, monthAt + 4);
        boolean exists = day == 0
                ? dayMayBeZero
                : year == 0
                        ? day <= LocalDate.of(4, month, 1).lengthOfMonth()
                        : day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? FINE : monthAt + 2;
    }
}
