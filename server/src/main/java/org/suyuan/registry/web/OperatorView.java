package org.suyuan.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.registry.Contact;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.FieldError;

/**
 * An operator as the API shows it.
 *
 * @param name in the reader's language where there is one
 * @param doubts what an officer should look at; does not make the registration wrong
 * @param allowedActions only in details
 */
record OperatorView(
        String id,
        @Nullable String uscc,
        String name,
        String nameZh,
        @Nullable String nameEn,
        List<CodedName> kinds,
        CodedName region,
        @Nullable String address,
        Contact contact,
        @Nullable String companyPrefix,
        @Nullable String productionLicence,
        @Nullable String operationLicence,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        RegistrationStatus status,
        String statusLabel,
        List<FieldError> doubts,
        long version,
        @Nullable List<AllowedAction> allowedActions) {}
