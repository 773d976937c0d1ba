/**
 * The append-only story of every decision and of every read of protected data (R3.86): who, in which capacity and for
 * whom, from where, what, why and by which clause. Other modules tell it through {@link org.suyuan.shared.audit}; an
 * auditor reads it within his scope and is recorded himself; every person reads who looked at his data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared::access", "shared::audit", "shared::web"})
package org.suyuan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
