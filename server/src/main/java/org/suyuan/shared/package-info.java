/**
 * What every module needs and no module owns: typed ids, the actor and his scope, paging, problems, time. No business
 * rules live here. It depends on no other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.suyuan.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
