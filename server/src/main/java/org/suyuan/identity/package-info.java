/**
 * Turns a login into an {@link org.suyuan.shared.access.Actor}: people with a session, systems with an OAuth 2.0 access
 * token, everyone else the public. Holds people, their posts, roles and delegations, clients, lockout and the record of
 * logins (R3.63 named posts; R3.86 permissions and roles for use, operation and control; R3.87 and R3.88 separation of
 * duties). Imported by nobody: use cases take the actor as a parameter.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: access",
            "shared :: audit",
            "shared :: search",
            "shared :: web",
            "registry",
            "organisations",
            "desk"
        })
package org.suyuan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
