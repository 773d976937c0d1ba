package org.suyuan.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.access.Actor;

/**
 * The register of products. An actor sees those of the operators it sees; reading takes {@code REGISTRY_READ}, writing
 * {@code REGISTRY_WRITE}, else {@link org.suyuan.shared.access.AccessRefused}.
 */
public interface Products {

    Page<Product> list(Actor actor, ProductFilter filter, PageRequest page);

    /** The same rows in the same order, all of them, {@value Imports#CHUNK} at a time; memory does not grow with them. */
    void export(Actor actor, ProductFilter filter, Consumer<List<Product>> portion);

    Optional<Product> find(Actor actor, ProductId id);

    /**
     * Registers one product.
     *
     * @throws org.suyuan.shared.InvalidInput with every bad field
     * @throws org.suyuan.shared.Problem {@link RegistryProblem#PRODUCT_EXISTS}
     */
    Product register(Actor actor, ProductDraft draft);

    /** Registers the good ones among the drafts; answers in their order. At most {@value Imports#CHUNK} at once. */
    List<Entered<ProductId>> registerAll(Actor actor, List<ProductDraft> drafts);

    /**
     * Replaces what is registered; operator, GTIN and own code stay, since codes in the world name them.
     *
     * @param precondition sees the current state, which stays locked until the change is done; throws to refuse
     * @return empty when the actor sees no such product
     */
    Optional<Product> change(Actor actor, ProductId id, Consumer<Product> precondition, ProductDraft draft);
}
