package org.suyuan.identity;

import java.util.List;
import java.util.Locale;
import org.suyuan.shared.access.Permission;

/**
 * A role as the API shows it.
 *
 * @param name in the reader's language
 * @param reach how far its posts see: as far as their organisation, nothing, everything
 * @param secondFactorRequired whether its holders have to log in with two factors
 * @param assignableTo types of organisations whose posts may have it; {@code operator} for operators
 */
record RoleView(
        String code,
        String name,
        String nameZh,
        String nameEn,
        List<Permission> permissions,
        Role.Reach reach,
        List<String> assignableTo,
        boolean secondFactorRequired,
        int revision) {
    static RoleView of(Role role, Locale locale) {
        return new RoleView(
                role.code(),
                role.named(locale).name(),
                role.nameZh(),
                role.nameEn(),
                role.permissions().stream().sorted().toList(),
                role.reach(),
                role.assignableTo(),
                role.secondFactorRequired(),
                role.revision());
    }
}
