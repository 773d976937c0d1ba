package org.suyuan.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.access.Permission;

/**
 * What a post allows: data over the fixed list of permissions (R3.86).
 *
 * @param assignableTo types of organisations whose posts may have it; {@link Workplace#OPERATOR} for operators
 * @param secondFactorRequired whether its holders have to log in with two factors
 * @param revision grows with every change
 */
record Role(
        String code,
        String nameZh,
        String nameEn,
        Set<Permission> permissions,
        Reach reach,
        List<String> assignableTo,
        boolean secondFactorRequired,
        int revision) {
    /** Holds everything so that somebody can start, see {@link SeparationOfDuties}. */
    static final String ADMINISTRATOR = "administrator";

    /** How far a post with the role sees. */
    enum Reach {
        /** As far as its organisation, see {@link Workplaces}. */
        ORGANISATION,
        NOTHING,
        EVERYTHING
    }

    Role {
        permissions = Set.copyOf(permissions);
        assignableTo = List.copyOf(assignableTo);
    }

    boolean administersAccess() {
        return permissions.contains(Permission.ACCESS_ADMINISTER);
    }

    CodedName named(Locale locale) {
        return new CodedName(code, locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? nameEn : nameZh);
    }
}
