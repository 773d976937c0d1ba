package org.suyuan.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.Checked.Fault;
import org.suyuan.registry.Checked.Sound;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.OperatorId;

/**
 * An operator 经营主体: an enterprise, a self-employed trader, a cooperative, a farmer, a maker abroad (R0.31–R0.36).
 *
 * @param uscc null for natural persons and makers abroad
 * @param kinds codes of {@link CodeList#OPERATOR_KINDS}
 * @param regionPath path of the region at the time of registration
 * @param productionLicence number of the food production licence, as read by {@link FoodLicence}
 * @param operationLicence number of the food operation licence or filing
 * @param validTo first day no more
 * @param version grows with each change
 */
public record Operator(
        OperatorId id,
        @Nullable UnifiedSocialCreditCode uscc,
        String nameZh,
        @Nullable String nameEn,
        List<String> kinds,
        RegionCode region,
        String regionPath,
        @Nullable String address,
        Contact contact,
        @Nullable String companyPrefix,
        @Nullable String productionLicence,
        @Nullable String operationLicence,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        RegistrationStatus status,
        long version) {
    public Operator {
        kinds = List.copyOf(kinds);
    }

    /** Doubts that do not make the registration wrong but that an officer should look at (校验位不符). */
    public List<FieldError> doubts() {
        List<FieldError> doubts = new ArrayList<>();
        if (uscc != null) {
            addAll(doubts, "/uscc", uscc.value(), uscc.doubts());
        }
        addLicence(doubts, "/productionLicence", productionLicence);
        addLicence(doubts, "/operationLicence", operationLicence);
        return doubts;
    }

    private static void addLicence(List<FieldError> doubts, String pointer, @Nullable String number) {
        if (number != null
                && FoodLicence.read(number) instanceof Sound<FoodLicence>(FoodLicence licence, List<Fault> found)) {
            addAll(doubts, pointer, licence.number(), found);
        }
    }

    private static void addAll(List<FieldError> doubts, String pointer, String value, List<Fault> found) {
        for (Fault fault : found) {
            doubts.add(new FieldError(pointer, value, fault.rule(), fault.message()));
        }
    }
}
