package org.suyuan.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.access.Permission;

/**
 * Who is logged in and in which capacity.
 *
 * @param role of the capacity; absent without one
 * @param permissions none while something has to be done first, and for whoever holds no post today
 * @param capacity the post acted in; absent when there is none
 * @param capacities what {@code PUT /session/capacity} may choose from
 * @param jurisdiction the region seen, for officers of an authority
 * @param mustDo what has to be done before anything else; absent for nothing
 * @param locale the language this answer and the pages are in, for example {@code zh-CN}
 */
record Me(
        String id,
        String username,
        String name,
        @Nullable CodedName role,
        List<Permission> permissions,
        ScopeBody scope,
        @Nullable CapacityBody capacity,
        List<CapacityBody> capacities,
        @Nullable CodedName jurisdiction,
        @Nullable Duty mustDo,
        String locale) {

    /** @param behalfOf the absent holder of a delegated post */
    record CapacityBody(
            String post,
            @Nullable NamedId organisation,
            @Nullable NamedId operator,
            String title,
            CodedName role,
            @Nullable NamedId behalfOf) {}
}
