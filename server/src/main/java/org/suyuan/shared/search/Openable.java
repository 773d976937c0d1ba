package org.suyuan.shared.search;

import java.util.Optional;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/**
 * Things that have a page of their own, to which tasks and notices link. Each module implements it for its nouns, so that
 * nothing is given to a person who could not open it.
 */
public interface Openable {
    /** Kind of the links to them, for example {@code operator}; the same word as {@link Searchable#kind} uses. */
    String kind();

    /** Without it no page of the kind opens. */
    Permission needs();

    /** The thing, if the actor could open it. */
    Optional<Opened> open(Actor actor, String id);

    /**
     * @param title what a person calls it
     * @param regionPath where it lies, for example {@code /35/3502/350212/}
     */
    record Opened(String kind, String id, String title, String regionPath) {}
}
