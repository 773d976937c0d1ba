package org.suyuan.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * Who is where, and how to reach him. Owned here, implemented by {@code identity}, which knows people and posts.
 *
 * <p>A person in a post is an {@link Actor} whose capacity names the post: what he could do and see if he acted in it now.
 * So a task is never given to somebody who could not open what it is about.
 */
public interface Addresses {
    /** How to reach a person; empty for one unknown or deactivated. */
    Optional<Recipient> recipient(ActorId person);

    /** Every post that the person may act in today, own and delegated to him (代理). */
    List<Actor> capacities(ActorId person);

    /** The person whose post it is, as he acts in it himself; empty for a post out of force. */
    Optional<Actor> holder(PostId post);

    /** Who holds a permission in an organisation today by a post of his own, by name; at most {@code limit}. */
    List<Actor> holders(OrganisationId organisation, Permission permission, int limit);

    /**
     * Holders of the permission whose organisation lies in the scope, by name; at most {@code limit}.
     *
     * @param text part of the person's, the post's or the organisation's name; empty for all
     */
    List<Actor> within(Scope scope, Permission permission, String text, int limit);

    /** Where an organisation stands today; empty for one that does not exist or is closed. */
    Optional<Office> office(OrganisationId organisation);

    /**
     * @param email null when none is known
     * @param language the person wants to be written to in
     */
    record Recipient(ActorId person, String name, @Nullable String email, Locale language) {}

    /**
     * @param regionPath for example {@code /35/3502/350212/}
     * @param superior the body it answers to
     */
    record Office(
            OrganisationId id,
            String name,
            String regionPath,
            @Nullable OrganisationId superior) {}
}
