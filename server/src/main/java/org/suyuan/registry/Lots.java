package org.suyuan.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.suyuan.shared.LotId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/**
 * The register of lots. An actor sees those of its own operator, or made in its jurisdiction; reading takes {@code REGISTRY_READ},
 * writing {@code REGISTRY_WRITE}, else {@link org.suyuan.shared.access.AccessRefused}.
 */
public interface Lots {

    Page<Lot> list(Actor actor, LotFilter filter, PageRequest page);

    /** The same rows in the same order, all of them, {@value Imports#CHUNK} at a time; memory does not grow with them. */
    void export(Actor actor, LotFilter filter, Consumer<List<Lot>> portion);

    Optional<Lot> find(Actor actor, LotId id);

    /**
     * Registers one lot.
     *
     * @throws org.suyuan.shared.InvalidInput with every bad field
     * @throws org.suyuan.shared.Problem {@link RegistryProblem#LOT_EXISTS}
     */
    Lot register(Actor actor, LotDraft draft);

    /** Registers the good ones among the drafts; answers in their order. At most {@value Imports#CHUNK} at once. */
    List<Entered<LotId>> registerAll(Actor actor, List<LotDraft> drafts);

    /**
     * Replaces what is registered; product and lot number stay, since codes in the world name them.
     *
     * @param precondition sees the current state, which stays locked until the change is done; throws to refuse
     * @return empty when the actor sees no such lot
     */
    Optional<Lot> change(Actor actor, LotId id, Consumer<Lot> precondition, LotDraft draft);
}
