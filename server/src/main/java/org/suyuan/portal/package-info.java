/**
 * What anybody may see without a login: the verdict on a code, where the thing came from, and the GS1 Digital Link
 * resolver (R1.4, R2.21, R2.23, R4.7, GS1-Conformant Resolver 1.2). Server-rendered, works without JavaScript.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared::web", "registry", "events", "codes"})
package org.suyuan.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
