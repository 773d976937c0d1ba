package org.suyuan.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suyuan.registry.Checked.Broken;
import org.suyuan.registry.Checked.Fault;
import org.suyuan.registry.Checked.Sound;

/**
 * Number of a food licence as printed on it (standards a3, a4).
 *
 * @param kind told by the letters
 * @param number letters and digits without blanks
 */
public record FoodLicence(Kind kind, String number) {

    /** What the licence allows, with the digits that follow the letters. */
    public enum Kind {
        /** 食品生产许可证: production. */
        SC(14),
        /** 食品经营许可证: sale, catering, canteens. */
        JY(14),
        /** 仅销售预包装食品备案: filing of those who sell prepackaged food only. */
        YB(14),
        /** Production licence of the time before 2018; it still stands in old documents. */
        QS(12);

        private final int digits;

        Kind(int digits) {
            this.digits = digits;
        }
    }

    private static final int PROVINCE_IN_SC = 3;
    private static final int PROVINCE_IN_JY = 1;

    /**
     * Reads a number. Only its shape decides. The check digit and the province are doubts: no public text names the check digit's
     * algorithm, and licences that break it are in use.
     */
    public static Checked<FoodLicence> read(String text) {
        String number = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Optional<Kind> kind = kindOf(number);
        if (kind.isEmpty()) {
            return new Broken<>(
                    new Fault("licence-kind", "letters %s (expected: SC, JY, YB or QS)".formatted(shown(number))));
        }
        int digits = kind.get().digits;
        if (!number.substring(2).matches("\\d{" + digits + "}")) {
            return new Broken<>(new Fault(
                    "length", "%s (expected: %s and %d digits)".formatted(shown(number), kind.get(), digits)));
        }
        return new Sound<>(new FoodLicence(kind.get(), number), doubts(kind.get(), number.substring(2)));
    }

    private static Optional<Kind> kindOf(String number) {
        for (Kind kind : Kind.values()) {
            if (number.startsWith(kind.name())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static List<Fault> doubts(Kind kind, String digits) {
        return switch (kind) {
            case SC -> doubts(digits, PROVINCE_IN_SC);
            case JY, YB -> doubts(digits, PROVINCE_IN_JY);
            case QS -> List.of();
        };
    }

    private static List<Fault> doubts(String digits, int provinceStart) {
        List<Fault> doubts = new ArrayList<>();
        int last = digits.length() - 1;
        int expected = mod11_10(digits.substring(0, last));
        if (digits.charAt(last) - '0' != expected) {
            doubts.add(
                    new Fault("check-digit", "check digit %s (expected: %d)".formatted(digits.charAt(last), expected)));
        }
        String province = digits.substring(provinceStart, provinceStart + 2);
        if (!province.matches("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]")) {
            doubts.add(new Fault("province", "province %s (expected: two digits of GB/T 2260)".formatted(province)));
        }
        return doubts;
    }

    /** ISO 7064 MOD 11,10, which is GB/T 17710. */
    static int mod11_10(String body) {
        int product = 10;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + body.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    private static String shown(String number) {
        return number.length() <= 24 ? number : number.substring(0, 24) + "…";
    }

    @Override
    public String toString() {
        return number;
    }
}
