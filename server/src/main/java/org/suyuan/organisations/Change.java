package org.suyuan.organisations;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OrganisationId;

/** What a decision does to a body. */
public sealed interface Change {
    /** Begins its life with these facts. */
    record Founded(Facts facts) implements Change {}

    record Renamed(String name, @Nullable String shortName) implements Change {}

    /** Puts it under another parent, in another region, on another level, or several of these; what is null stays. */
    record Moved(
            @Nullable OrganisationId parent,
            @Nullable Place place,
            @Nullable OrganisationLevel level) implements Change {}

    /** Its region was given another code: the body stayed where it is and its address followed. Written by the platform. */
    record Followed(Place place) implements Change {}

    /** Becomes a body of another type; the level is stated again, since the new type may know none. */
    record Reclassified(String type, @Nullable OrganisationLevel level) implements Change {}

    /** Ends its life; its tasks are the successor's. */
    record Merged(OrganisationId into) implements Change {}

    record Closed() implements Change {}

    /** The parts of {@link Facts}; each may be changed once a day. */
    enum Facet {
        NAME,
        PARENT,
        PLACE,
        TYPE,
        LEVEL
    }

    /** Name of the kind in the store and in histories. */
    enum Kind {
        FOUNDED,
        RENAMED,
        MOVED,
        FOLLOWED,
        RECLASSIFIED,
        MERGED,
        CLOSED
    }

    default Kind kind() {
        return switch (this) {
            case Founded change -> Kind.FOUNDED;
            case Renamed change -> Kind.RENAMED;
            case Moved change -> Kind.MOVED;
            case Followed change -> Kind.FOLLOWED;
            case Reclassified change -> Kind.RECLASSIFIED;
            case Merged change -> Kind.MERGED;
            case Closed change -> Kind.CLOSED;
        };
    }

    default boolean ends() {
        return this instanceof Merged || this instanceof Closed;
    }

    /** What it decides; {@link Followed} decides nothing, it draws a consequence. */
    default Set<Facet> facets() {
        return switch (this) {
            case Founded founded -> EnumSet.allOf(Facet.class);
            case Renamed renamed -> EnumSet.of(Facet.NAME);
            case Moved moved -> {
                Set<Facet> facets = EnumSet.noneOf(Facet.class);
                if (moved.parent() != null) {
                    facets.add(Facet.PARENT);
                }
                if (moved.place() != null) {
                    facets.add(Facet.PLACE);
                }
                if (moved.level() != null) {
                    facets.add(Facet.LEVEL);
                }
                yield facets;
            }
            case Followed followed -> EnumSet.noneOf(Facet.class);
            case Reclassified reclassified -> EnumSet.of(Facet.TYPE, Facet.LEVEL);
            case Merged merged -> EnumSet.noneOf(Facet.class);
            case Closed closed -> EnumSet.noneOf(Facet.class);
        };
    }
}
