package org.suyuan.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Place;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.SiteId;

/**
 * A site 场所: where things are made, kept, moved through and sold.
 *
 * @param operatorName Chinese name of the operator, for showing
 * @param role code of {@link CodeList#SITE_ROLES}
 * @param gln GLN and extension, null for a site without
 * @param place URI by which events name it
 * @param point null when nobody measured it; {@link Regions#centre} then says about where
 */
public record Site(
        SiteId id,
        OperatorId operator,
        String operatorName,
        String nameZh,
        @Nullable String nameEn,
        String role,
        @Nullable Place gln,
        String place,
        RegionCode region,
        String regionPath,
        @Nullable String address,
        @Nullable GeoPoint point,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        RegistrationStatus status,
        long version) {

    private static final String OWN_URI = "urn:suyuan:site:";

    /** How events name a site: by its GLN, else by our own id. */
    public static String placeOf(SiteId id, @Nullable Place gln) {
        return gln == null ? OWN_URI + id : gln.uri();
    }
}
