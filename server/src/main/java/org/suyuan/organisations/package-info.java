/**
 * The bodies that act on the platform, as data with validity: authorities of five levels over the region tree 五级纵向贯通
 * (R0.5, R0.23), sister departments, laboratories, certification bodies, consumer associations, the platform's own operator.
 * What a body is called, where it sits and whom it answers to is derived from append-only decisions, each with the day it
 * takes effect; so a paper of 2012 shows the name of 2012, and a merger decided today for next January is already known.
 *
 * <p>The five levels of organisations are neither the database levels of R0.21 nor the analysis levels of R0.22 (note N2):
 * nothing here stores or counts anything by level but the bodies themselves.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: access",
            "shared :: web",
            "shared :: audit",
            "shared :: search",
            "registry"
        })
package org.suyuan.organisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
