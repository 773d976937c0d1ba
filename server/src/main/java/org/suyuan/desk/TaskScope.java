package org.suyuan.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * Which tasks an actor sees, the same for list, count, detail and writes: those of his posts, those of the organisation he
 * acts in that need nothing he lacks, and, for who dispatches, those whose subject lies within his scope.
 *
 * @param posts all he may act in today
 * @param organisation null when he acts for none
 * @param dispatching null when he does not dispatch
 */
public record TaskScope(
        Set<PostId> posts,
        @Nullable OrganisationId organisation,
        Set<Permission> permissions,
        @Nullable Scope dispatching) {
    public TaskScope {
        posts = Set.copyOf(posts);
        permissions = Set.copyOf(permissions);
    }
}
