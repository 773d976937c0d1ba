package org.suyuan.epcis.gs1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Two-digit years of labels (General Specifications §7.12): the year meant is at most 50 after and 49 before today's. */
public final class Centuries {

    /**
     * Where only the syntax is checked, today is not known; a year from 1951 to 2050 decides about 29 February. Any century
     * from 1901 to 2099 has the same leap years by its last two digits, save 1900.
     */
    private static final int SYNTAX_YEAR = 2000;

    private Centuries() {}

    static int yearOf(int twoDigits) {
        return yearOf(twoDigits, SYNTAX_YEAR);
    }

    /** The full year for the last two digits, seen from {@code thisYear}. */
    public static int yearOf(int twoDigits, int thisYear) {
        int century = thisYear / 100 * 100;
        int difference = twoDigits - thisYear % 100;
        if (difference >= 51) {
            return century - 100 + twoDigits;
        }
        return difference <= -50 ? century + 100 + twoDigits : century + twoDigits;
    }

    /**
     * The day that YYMMDD means, where day 00 is the last day of the month.
     *
     * @throws Gs1SyntaxException when there is no such day
     */
    public static LocalDate date(String yymmdd, LocalDate today) {
        if (yymmdd.length() != 6 || !Cset.NUMERIC.holds(yymmdd)) {
            throw new Gs1SyntaxException(Rule.DATE, yymmdd, 0, "date (expected: six digits YYMMDD)");
        }
        int year = yearOf(Integer.parseInt(yymmdd, 0, 2, 10), today.getYear());
        int month = Integer.parseInt(yymmdd, 2, 4, 10);
        int day = Integer.parseInt(yymmdd, 4, 6, 10);
        try {
            return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            throw new Gs1SyntaxException(Rule.DATE, yymmdd, 2, "no such day");
        }
    }
}
