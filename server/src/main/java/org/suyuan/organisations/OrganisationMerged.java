package org.suyuan.organisations;

import java.time.LocalDate;
import org.suyuan.shared.OrganisationId;

/** A body ends and its tasks go to another. Published in the transaction of the decision, which may be for a later day. */
public record OrganisationMerged(OrganisationId id, OrganisationId into, LocalDate from) {}
