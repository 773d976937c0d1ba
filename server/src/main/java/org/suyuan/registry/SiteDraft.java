package org.suyuan.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gln;
import org.suyuan.epcis.gs1.Place;

/**
 * The form with which a site is registered or changed, as handed in and not yet believed.
 *
 * @param role code of {@link CodeList#SITE_ROLES}
 * @param gln Global Location Number, if the site has one
 * @param glnExtension part of the GLN's place, AI (254)
 * @param region county or township, in force on {@code validFrom}
 */
public record SiteDraft(
        @Nullable String operatorId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String role,
        @Nullable String gln,
        @Nullable String glnExtension,
        @Nullable String region,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable RegistrationStatus status) {

    /** The rules of an extension do not depend on the GLN beside it. */
    private static final Gln ANY_GLN = Gln.of("0000000000000");

    /** Everything wrong that can be told without looking anything up. */
    public Faults faults() {
        Faults faults = new Faults();
        faults.requireId("/operatorId", operatorId);
        faults.requireText("/nameZh", nameZh);
        faults.checkText("/nameEn", nameEn, Faults.TEXT_LENGTH_MAX);
        faults.requireText("/role", role);
        faults.checkGs1("/gln", gln, Gln::of);
        if (glnExtension != null && gln == null) {
            faults.add("/glnExtension", glnExtension, "gln-extension", "expected: only beside a GLN");
        } else if (glnExtension != null) {
            faults.checkGs1("/glnExtension", glnExtension, text -> new Place(ANY_GLN, text));
        }
        faults.requireRegion("/region", region);
        faults.checkText("/address", address, Faults.TEXT_LENGTH_MAX);
        faults.checkPoint(latitude, longitude);
        faults.checkPeriod(validFrom, validTo);
        return faults;
    }
}
