package org.suyuan.organisations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/**
 * The directory of bodies and the decisions about them.
 *
 * <p>Reading takes {@code ORGANISATIONS_READ} and nothing more: who is in charge of what is public among officers, holds no
 * personal and no business data, and those who administer access (who have no scope at all) need it to appoint people.
 * Writing takes {@code ORGANISATIONS_WRITE} and reaches the bodies whose region lies in the actor's jurisdiction, now and
 * after the decision; a body outside is refused by rule {@code jurisdiction}, since its existence is no secret. Else
 * {@link org.suyuan.shared.access.AccessRefused}.
 *
 * <p>Every decision ends in {@link org.suyuan.shared.InvalidInput} when it contradicts what is decided already; the rules are
 * those of {@link History} and {@link Lineage} and, for the bodies below and those merged into it, {@code children-alive} and
 * {@code successor-alive}. Nothing is changed then. The precondition sees the state of today, locked until the decision is
 * stored, and throws to refuse. An unknown id is an empty answer.
 */
public interface OrganisationRegister {

    Page<Organisation> list(Actor actor, OrganisationFilter filter, PageRequest page);

    /** All of them in the filter's order, as they come from the database, some hundred at a time. */
    void export(Actor actor, OrganisationFilter filter, Consumer<List<Organisation>> lines);

    Optional<Organisation> find(Actor actor, OrganisationId id, LocalDate on);

    /** Every decision about a body, the earliest in effect first. */
    List<Decision> history(Actor actor, OrganisationId id);

    /** The periods that follow from them. */
    List<Period> periods(Actor actor, OrganisationId id);

    /** Why the actor cannot decide about a body today; empty when he can. */
    Optional<Hindrance> hindrance(Actor actor, Organisation body);

    /** @throws org.suyuan.shared.Problem {@link OrganisationsProblem#ORGANISATION_EXISTS} for a credit code in use */
    Organisation found(Actor actor, Founding founding);

    Optional<Organisation> rename(
            Actor actor,
            OrganisationId id,
            Consumer<Organisation> precondition,
            Order order,
            String name,
            @Nullable String shortName);

    /** @param region code, or null to stay; likewise the parent and the level */
    Optional<Organisation> move(
            Actor actor,
            OrganisationId id,
            Consumer<Organisation> precondition,
            Order order,
            @Nullable OrganisationId parent,
            @Nullable String region,
            @Nullable OrganisationLevel level);

    Optional<Organisation> reclassify(
            Actor actor,
            OrganisationId id,
            Consumer<Organisation> precondition,
            Order order,
            String type,
            @Nullable OrganisationLevel level);

    /** Ends the body; its bodies below have to be moved or ended first. */
    Optional<Organisation> merge(
            Actor actor, OrganisationId id, Consumer<Organisation> precondition, Order order, OrganisationId into);

    Optional<Organisation> close(Actor actor, OrganisationId id, Consumer<Organisation> precondition, Order order);

    /**
     * Adds a type; takes the reach of the whole platform.
     *
     * @throws org.suyuan.shared.Problem {@link OrganisationsProblem#TYPE_EXISTS}
     */
    OrganisationType addType(Actor actor, OrganisationType type);

    enum Hindrance {
        NO_PERMISSION,
        OUTSIDE_JURISDICTION,
        ENDED
    }

    /** What every decision states. */
    record Order(LocalDate from, String reason, @Nullable String legalBasis) {}

    /**
     * How a body begins.
     *
     * @param level null for types without levels
     * @param region code; null or {@link Place#NATION_CODE} for the nation
     * @param uscc unified social credit code as people write it, if it has one
     */
    record Founding(
            String name,
            @Nullable String shortName,
            String type,
            @Nullable OrganisationLevel level,
            @Nullable String region,
            @Nullable OrganisationId parent,
            @Nullable String uscc,
            Order order) {}
}
