package org.suyuan.organisations.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.organisations.OrganisationRegister.Order;
import org.suyuan.organisations.Place;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Regions;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** What can be wrong with one input before it is set against what is decided already. */
@Component
class Checks {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 2_000;
    /** Nothing the platform speaks of is older; a year with two digits ends here. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final Regions regions;

    Checks(Regions regions) {
        this.regions = regions;
    }

    /** Those who may write somewhere at all. */
    static void requireWriting(Actor actor) {
        actor.require(Permission.ORGANISATIONS_WRITE);
        boolean reaches = switch (actor.scope()) {
            case Scope.Everything everything -> true;
            case Scope.Jurisdiction jurisdiction -> true;
            case Scope.OwnOperator operator -> false;
            case Scope.OwnOrganisation organisation -> false;
            case Scope.Nothing nothing -> false;
        };
        if (!reaches) {
            throw new AccessRefused(Permission.ORGANISATIONS_WRITE);
        }
    }

    static boolean reaches(Actor actor, String regionPath) {
        return switch (actor.scope()) {
            case Scope.Everything everything -> true;
            case Scope.Jurisdiction(String path) -> regionPath.startsWith(path);
            case Scope.OwnOperator operator -> false;
            case Scope.OwnOrganisation organisation -> false;
            case Scope.Nothing nothing -> false;
        };
    }

    static void requireReach(Actor actor, String pointer, String regionPath) {
        if (!reaches(actor, regionPath)) {
            throw InvalidInput.of(pointer, null, "jurisdiction", "expected: a body of your jurisdiction");
        }
    }

    static List<FieldError> faults(Order order) {
        List<FieldError> faults = new ArrayList<>();
        text(faults, "/reason", order.reason(), REASON_LENGTH_MAX);
        if (order.legalBasis() != null) {
            text(faults, "/legalBasis", order.legalBasis(), REASON_LENGTH_MAX);
        }
        if (order.from().isBefore(EARLIEST) || !order.from().isBefore(LATEST)) {
            faults.add(new FieldError(
                    "/from", order.from().toString(), "range", "expected: " + EARLIEST + " … " + LATEST));
        }
        return faults;
    }

    static void names(List<FieldError> faults, String name, @Nullable String shortName) {
        text(faults, "/name", name, NAME_LENGTH_MAX);
        if (shortName != null) {
            text(faults, "/shortName", shortName, NAME_LENGTH_MAX);
        }
    }

    static void text(List<FieldError> faults, String pointer, String value) {
        text(faults, pointer, value, NAME_LENGTH_MAX);
    }

    private static void text(List<FieldError> faults, String pointer, String value, int lengthMax) {
        if (value.isBlank()) {
            faults.add(new FieldError(pointer, value, "required", "expected: a text"));
        } else if (value.length() > lengthMax) {
            faults.add(new FieldError(
                    pointer,
                    value,
                    "length",
                    "%d characters (expected: at most %d)".formatted(value.length(), lengthMax)));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldError(pointer, value, "charset", "expected: no control characters"));
        }
    }

    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** The region in force on the day; null when there is a fault, which is then told. */
    @Nullable
    Place place(Actor actor, @Nullable String text, LocalDate on, List<FieldError> faults) {
        Place place = Place.NATION;
        if (text != null && !text.equals(Place.NATION_CODE)) {
            RegionCode code = RegionCode.parse(text).orElse(null);
            if (code == null) {
                faults.add(new FieldError("/region", text, "region", "expected: a code of 2, 4, 6, 9 or 12 digits"));
                return null;
            }
            Region region = regions.find(code, on).orElse(null);
            if (region == null) {
                faults.add(new FieldError("/region", text, "region-in-force", "expected: a region in force on " + on));
                return null;
            }
            place = new Place(code, region.path());
        }
        if (!reaches(actor, place.path())) {
            faults.add(new FieldError("/region", text, "jurisdiction", "expected: a region of your jurisdiction"));
            return null;
        }
        return place;
    }
}
