/**
 * What waits for each officer, and what he is told: tasks by deadline, notices in the console and by e-mail, and what a
 * person keeps for himself, such as views, drafts and preferences (R0.11, R0.25, R3.63; faces.md "Home"). It knows neither
 * bodies nor people: who they are and what they may do it asks of {@link org.suyuan.desk.Addresses}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::access",
            "shared::audit",
            "shared::search",
            "shared::wall",
            "shared::web"
        })
package org.suyuan.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
