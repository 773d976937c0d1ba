package org.suyuan.organisations;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.OrganisationId;

/**
 * What is true of a body over a period.
 *
 * @param type code of an {@link OrganisationType}
 * @param level null for bodies outside the five levels
 * @param parent null for the top of a tree
 */
public record Facts(
        String name,
        @Nullable String shortName,
        String type,
        @Nullable OrganisationLevel level,
        Place place,
        @Nullable OrganisationId parent) {

    /** After a change took effect. The end of a life leaves the facts as they were. */
    Facts after(Change change) {
        return switch (change) {
            case Change.Founded(Facts facts) -> facts;
            case Change.Renamed(String newName, String newShortName) ->
                new Facts(newName, newShortName, type, level, place, parent);
            case Change.Moved moved ->
                new Facts(
                        name,
                        shortName,
                        type,
                        moved.level() == null ? level : moved.level(),
                        moved.place() == null ? place : moved.place(),
                        moved.parent() == null ? parent : moved.parent());
            case Change.Followed(Place newPlace) -> new Facts(name, shortName, type, level, newPlace, parent);
            case Change.Reclassified(String newType, OrganisationLevel newLevel) ->
                new Facts(name, shortName, newType, newLevel, place, parent);
            case Change.Merged merged -> this;
            case Change.Closed closed -> this;
        };
    }
}
