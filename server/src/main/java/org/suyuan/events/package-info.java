/**
 * EPCIS 2.0 capture and query: the append-only facts everything else is derived from (R2.3, R2.31). This module owns the
 * contracts by which {@code codes} tells how serials are numbered and {@code trace} files events under the units they
 * name; both are called inside the capture transaction, so an acknowledged event is always traceable.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: access",
            "shared :: search",
            "shared :: wall",
            "shared :: web",
            "registry"
        })
package org.suyuan.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
