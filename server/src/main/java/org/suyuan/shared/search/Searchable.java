package org.suyuan.shared.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** Something the search over everything finds: operators, products, people … Each module implements it for its own nouns. */
public interface Searchable {
    /** Kind of its hits, for example {@code operator}; named in the catalogue under {@code search.<kind>}. */
    String kind();

    /** Without it the kind is not asked at all. */
    Permission needs();

    /**
     * Hits within the actor's scope, the best first: exact identifier, then beginning of the name, then part of it.
     *
     * @param text as typed, stripped, 1 … 100 characters
     * @param limit at most so many
     */
    List<Hit> find(Actor actor, String text, int limit, Locale locale);

    /**
     * @param id as in the paths of the API
     * @param title what a person calls it
     * @param detail what tells it from others of the same name: a code, a place, a date
     */
    record Hit(
            String kind, String id, String title, @Nullable String detail) {}
}
