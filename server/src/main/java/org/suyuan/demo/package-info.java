/**
 * The demo world: an invented piece of the food trade around Xiamen, from 2026-08-24 to 2026-09-20, with the beginning of the
 * incident that all modules play a part in. It is written through the public API only, as any integrator would, and knows
 * nothing of the platform but its addresses. Who is who: docs/demo-world.md.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.suyuan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
