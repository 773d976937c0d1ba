package org.suyuan.desk;

import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;

/** Whom a task is given to. */
public sealed interface Assignee {
    /** One person, in the post he holds. */
    record Post(PostId post) implements Assignee {}

    /** Whoever takes it of those in the organisation who hold the permission it needs. */
    record Office(OrganisationId organisation) implements Assignee {}

    /** Nobody yet: those who dispatch in its region see it and give it to somebody. */
    record Nobody() implements Assignee {}
}
