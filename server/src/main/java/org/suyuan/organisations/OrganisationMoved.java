package org.suyuan.organisations;

import java.time.LocalDate;
import org.suyuan.shared.OrganisationId;

/** A body comes under another parent, into another region or onto another level. Published in the transaction of the decision, which may be for a later day. */
public record OrganisationMoved(OrganisationId id, LocalDate from) {}
