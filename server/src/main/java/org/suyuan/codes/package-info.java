/**
 * One item, one code (R1.2): code keys, issued batches, and the verdict on a code that somebody checks (R1.4), with
 * what looks counterfeit handed to enforcement (R1.5, R1.7). Codes are a keyed permutation of a per-product counter
 * (design §3), so issuing a thousand million of them is one row and a code never issued is refused without a look
 * into the database.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::access",
            "shared::audit",
            "shared::search",
            "shared::wall",
            "shared::web",
            "registry",
            "desk",
            "events"
        })
package org.suyuan.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
