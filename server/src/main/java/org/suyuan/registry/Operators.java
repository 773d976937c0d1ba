package org.suyuan.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/**
 * The register of operators. An actor sees those of its scope: all, a jurisdiction's, its own; reading takes
 * {@code REGISTRY_READ}, writing {@code REGISTRY_WRITE}, else {@link org.suyuan.shared.access.AccessRefused}.
 */
public interface Operators {

    Page<Operator> list(Actor actor, OperatorFilter filter, PageRequest page);

    /** The same rows in the same order, all of them, {@value Imports#CHUNK} at a time; memory does not grow with them. */
    void export(Actor actor, OperatorFilter filter, Consumer<List<Operator>> portion);

    Optional<Operator> find(Actor actor, OperatorId id);

    /**
     * Registers one operator. Only authorities register operators: an actor bound to one operator is refused.
     *
     * @throws org.suyuan.shared.InvalidInput with every bad field
     * @throws org.suyuan.shared.Problem {@link RegistryProblem#OPERATOR_EXISTS}
     */
    Operator register(Actor actor, OperatorDraft draft);

    /** Registers the good ones among the drafts; answers in their order. At most {@value Imports#CHUNK} at once. */
    List<Entered<OperatorId>> registerAll(Actor actor, List<OperatorDraft> drafts);

    /**
     * Replaces what is registered. An operator may change its own address, contact, English name and company prefix; the rest
     * is the authority's.
     *
     * @param precondition sees the current state, which stays locked until the change is done; throws to refuse
     * @return empty when the actor sees no such operator
     */
    Optional<Operator> change(Actor actor, OperatorId id, Consumer<Operator> precondition, OperatorDraft draft);
}
