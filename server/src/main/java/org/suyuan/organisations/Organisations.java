package org.suyuan.organisations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suyuan.shared.OrganisationId;

/**
 * Facts about bodies for other modules, outside any scope: which body exists, what it is called and what it is in charge of
 * is public among officers. What an actor asks for or decides goes through {@link OrganisationRegister}.
 */
public interface Organisations {
    /** A body today; one that is closed as it was at last, one that is planned as it will begin. */
    Optional<Organisation> find(OrganisationId id);

    /** A body on a day, as {@link Organisation} says. */
    Optional<Organisation> find(OrganisationId id, LocalDate on);

    /** Those of today among the ids, for lists that show bodies by name; unknown ids are absent. */
    Map<OrganisationId, Organisation> findAll(Collection<OrganisationId> ids);

    Map<OrganisationId, Organisation> findAll(Collection<OrganisationId> ids, LocalDate on);

    /** What the body was called on a day; its first name before its founding, its last after its end. Empty for an unknown id. */
    Optional<String> nameOn(OrganisationId id, LocalDate date);

    /** The body itself while it lives today, else the one its tasks came to in the end; empty when it was closed without successor. */
    Optional<Organisation> successor(OrganisationId id);

    /** The market regulation authority of a level in charge of a region today. */
    default Optional<Organisation> responsible(String regionPath, OrganisationLevel level) {
        return responsible(OrganisationType.MARKET_REGULATION, regionPath, level);
    }

    /**
     * The authority of a type and a level in charge of a region today; empty where that level has none, in which case the
     * next level up is asked.
     *
     * @param regionPath of the place where something happened, for example {@code /35/3502/350211/350211003/}
     */
    Optional<Organisation> responsible(String type, String regionPath, OrganisationLevel level);

    /** All types by code, in force or not. */
    Map<String, OrganisationType> types();

    /** Ids of the body and of all below it today; at most {@value #BELOW_MAX}. */
    List<OrganisationId> withAllBelow(OrganisationId id);

    int BELOW_MAX = 100_000;
}
