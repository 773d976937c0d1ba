/**
 * Who and what the platform speaks about: regions, operators (经营主体), their sites (场所), products and lots. The basic data
 * set of R0.31–R0.50 and standards b8. Everything here is registered once and referred to by id from all other modules;
 * what the public may see of it is {@link org.suyuan.registry.PublicFacts} and nothing else.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::access",
            "shared::audit",
            "shared::search",
            "shared::wall",
            "shared::web"
        })
package org.suyuan.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
