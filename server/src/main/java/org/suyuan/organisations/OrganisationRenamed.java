package org.suyuan.organisations;

import java.time.LocalDate;
import org.suyuan.shared.OrganisationId;

/** A body takes another name. Published in the transaction of the decision, which may be for a later day. */
public record OrganisationRenamed(OrganisationId id, String before, String after, LocalDate from) {}
