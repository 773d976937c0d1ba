package org.suyuan.organisations.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.Change;
import org.suyuan.organisations.web.OrganisationView.BodyName;
import org.suyuan.shared.CodedName;

/**
 * What happened to a body.
 *
 * @param decisions the earliest in effect first
 * @param periods what follows from them
 */
record HistoryView(List<DecisionView> decisions, List<PeriodView> periods) {

    /**
     * @param story one sentence in the reader's language
     * @param from the day it takes effect
     * @param capacity in which whoever decided acted
     */
    record DecisionView(
            long number,
            Change.Kind kind,
            String label,
            String story,
            LocalDate from,
            Instant decidedAt,
            String decidedBy,
            @Nullable String capacity,
            String reason,
            @Nullable String legalBasis) {}

    /** @param to first day no more */
    record PeriodView(
            LocalDate from,
            @Nullable LocalDate to,
            String name,
            @Nullable String shortName,
            CodedName type,
            @Nullable CodedName level,
            CodedName region,
            @Nullable BodyName parent) {}
}
