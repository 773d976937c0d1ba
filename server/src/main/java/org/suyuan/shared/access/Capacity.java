package org.suyuan.shared.access;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;

/**
 * In which capacity a person acts: the post he chose for this session. Histories show it beside his name, as it was on
 * the day.
 *
 * @param post the post acted in
 * @param organisation the body the post belongs to; null for a post in an operator (经营主体), whose id is in the scope
 * @param organisationName its name on the day
 * @param title of the post, for example {@code 食品生产监管科 科员}
 * @param role code of the role the post gives
 * @param behalfOf whose post it is when the person acts as a delegate (代理) during an absence
 */
public record Capacity(
        PostId post,
        @Nullable OrganisationId organisation,
        String organisationName,
        String title,
        String role,
        @Nullable Principal behalfOf) {

    /** Who delegated his post. */
    public record Principal(ActorId id, String name) {}
}
