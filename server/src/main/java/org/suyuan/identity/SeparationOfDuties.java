package org.suyuan.identity;

import java.util.EnumSet;
import java.util.Set;
import org.suyuan.shared.access.Permission;

/**
 * Who administers access reads no case, no product, no file (R3.88; design §6). Checked wherever rights can come together:
 * in one role, in the posts of one person, in a post delegated to him.
 *
 * <p>The one exception is {@link Role#ADMINISTRATOR}: somebody has to be able to start. Where duties are to be kept apart,
 * the first administrator appoints an access administrator and is deactivated.
 */
final class SeparationOfDuties {
    /** Name of the rule in refusals. */
    static final String RULE = "separation-of-duties";

    /** All that may stand beside {@link Permission#ACCESS_ADMINISTER}; a permission of a later day may not. */
    private static final Set<Permission> BESIDE_ADMINISTERING =
            EnumSet.of(Permission.ACCESS_ADMINISTER, Permission.ORGANISATIONS_READ);

    private SeparationOfDuties() {}

    static boolean isKept(Set<Permission> permissions) {
        return !permissions.contains(Permission.ACCESS_ADMINISTER) || BESIDE_ADMINISTERING.containsAll(permissions);
    }

    /** Whether one person may hold both at the same time. */
    static boolean isKept(Role one, Role other) {
        if (isException(one) || isException(other)) {
            return true;
        }
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(one.permissions());
        both.addAll(other.permissions());
        return isKept(both);
    }

    static boolean isException(Role role) {
        return role.code().equals(Role.ADMINISTRATOR);
    }
}
