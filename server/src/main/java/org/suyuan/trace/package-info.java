/**
 * Where a unit came from and where it went (来源可查、去向可追: R4.1, R2.40, R4.12): timelines and graphs derived from the
 * captured events, on sets of units and never item by item (design §4, docs/design/trace.md).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared::access", "shared::web", "registry", "events"})
package org.suyuan.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
