package org.suyuan.organisations;

import java.time.LocalDate;
import org.suyuan.shared.OrganisationId;

/** A body ends without successor. Published in the transaction of the decision, which may be for a later day. */
public record OrganisationClosed(OrganisationId id, LocalDate from) {}
