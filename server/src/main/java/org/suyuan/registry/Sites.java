package org.suyuan.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.SiteId;
import org.suyuan.shared.access.Actor;

/**
 * The register of sites. An actor sees those in its jurisdiction or of its own operator; reading takes {@code REGISTRY_READ},
 * writing {@code REGISTRY_WRITE}, else {@link org.suyuan.shared.access.AccessRefused}.
 */
public interface Sites {

    Page<Site> list(Actor actor, SiteFilter filter, PageRequest page);

    /** The same rows in the same order, all of them, {@value Imports#CHUNK} at a time; memory does not grow with them. */
    void export(Actor actor, SiteFilter filter, Consumer<List<Site>> portion);

    Optional<Site> find(Actor actor, SiteId id);

    /**
     * Registers one site.
     *
     * @throws org.suyuan.shared.InvalidInput with every bad field
     * @throws org.suyuan.shared.Problem {@link RegistryProblem#SITE_EXISTS}
     */
    Site register(Actor actor, SiteDraft draft);

    /** Registers the good ones among the drafts; answers in their order. At most {@value Imports#CHUNK} at once. */
    List<Entered<SiteId>> registerAll(Actor actor, List<SiteDraft> drafts);

    /**
     * Replaces what is registered; the operator stays.
     *
     * @param precondition sees the current state, which stays locked until the change is done; throws to refuse
     * @return empty when the actor sees no such site
     */
    Optional<Site> change(Actor actor, SiteId id, Consumer<Site> precondition, SiteDraft draft);
}
