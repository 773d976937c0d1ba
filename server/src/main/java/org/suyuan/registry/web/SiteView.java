package org.suyuan.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.shared.CodedName;

/**
 * A site as the API shows it.
 *
 * @param place URI by which events name it
 * @param point as measured; null when nobody did
 * @param allowedActions only in details
 */
record SiteView(
        String id,
        String operatorId,
        String operatorName,
        String name,
        String nameZh,
        @Nullable String nameEn,
        CodedName role,
        @Nullable String gln,
        @Nullable String glnExtension,
        String place,
        CodedName region,
        @Nullable String address,
        @Nullable GeoPoint point,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        RegistrationStatus status,
        String statusLabel,
        long version,
        @Nullable List<AllowedAction> allowedActions) {}
