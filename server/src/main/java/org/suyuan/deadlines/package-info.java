/**
 * Legal time at work: calendars of working days as the State Council's notices declare them, rules with their citation and
 * validity, and the clocks that run by them until somebody stops them (standards h, R0.5, R3.87). Calendars and rules are
 * drafted by one person and approved by another; a clock keeps the rule of its start, is counted again when a table it
 * waited for arrives, and tells each step of its escalation exactly once.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::access",
            "shared::audit",
            "shared::calendar",
            "shared::wall",
            "shared::web"
        })
package org.suyuan.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
