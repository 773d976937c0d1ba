package org.suyuan.audit.web;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.audit.Entry;
import org.suyuan.shared.CodedName;

/** An entry as an auditor sees it. */
record EntryView(
        String id,
        OffsetDateTime at,
        Entry.Kind type,
        CodedName action,
        DoerView actor,
        SubjectView subject,
        @Nullable String person,
        @Nullable String operator,
        @Nullable String regionPath,
        @Nullable String reason,
        @Nullable String legalBasis,
        Map<String, String> facts,
        @Nullable String requestId,
        @Nullable String sourceAddress,
        @Nullable String client) {

    /** @param capacity null for systems and for the platform itself */
    record DoerView(String id, String name, @Nullable CapacityView capacity) {}

    /** @param behalfOf name of the person whose post a delegate acted in */
    record CapacityView(
            @Nullable String organisation,
            @Nullable String organisationName,
            String title,
            String role,
            @Nullable String behalfOf) {}

    record SubjectView(String kind, String id, String name) {}
}
