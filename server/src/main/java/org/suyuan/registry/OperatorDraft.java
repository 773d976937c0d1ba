package org.suyuan.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form with which an operator is registered or changed, as handed in and not yet believed.
 *
 * @param kinds codes of {@link CodeList#OPERATOR_KINDS}, at least one
 * @param region county or township, in force on {@code validFrom}
 * @param companyPrefix GS1 company prefix, 4 to 12 digits
 * @param validFrom today when absent
 * @param status active when absent
 */
public record OperatorDraft(
        @Nullable String uscc,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable List<String> kinds,
        @Nullable String region,
        @Nullable String address,
        @Nullable Contact contact,
        @Nullable String companyPrefix,
        @Nullable String productionLicence,
        @Nullable String operationLicence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable RegistrationStatus status) {

    static final int KINDS_MAX = 10;

    /** Everything wrong that can be told without looking anything up. */
    public Faults faults() {
        Faults faults = new Faults();
        faults.checkRead("/uscc", uscc, UnifiedSocialCreditCode::read);
        faults.requireText("/nameZh", nameZh);
        faults.checkText("/nameEn", nameEn, Faults.TEXT_LENGTH_MAX);
        if (kinds == null || kinds.isEmpty() || kinds.size() > KINDS_MAX) {
            faults.add(
                    "/kinds",
                    kinds == null ? null : kinds.toString(),
                    Faults.REQUIRED,
                    "expected: 1 … " + KINDS_MAX + " kinds");
        }
        faults.requireRegion("/region", region);
        faults.checkText("/address", address, Faults.TEXT_LENGTH_MAX);
        if (contact != null) {
            faults.checkText("/contact/name", contact.name(), Faults.TEXT_LENGTH_MAX);
            faults.checkText("/contact/phone", contact.phone(), Faults.TEXT_LENGTH_MAX);
            faults.checkText("/contact/email", contact.email(), Faults.TEXT_LENGTH_MAX);
        }
        if (companyPrefix != null && !companyPrefix.matches("\\d{4,12}")) {
            faults.add("/companyPrefix", companyPrefix, "company-prefix", "expected: 4 … 12 digits");
        }
        faults.checkRead("/productionLicence", productionLicence, FoodLicence::read);
        faults.checkRead("/operationLicence", operationLicence, FoodLicence::read);
        faults.checkPeriod(validFrom, validTo);
        return faults;
    }
}
