package org.suyuan.deadlines;

import java.util.Set;
import java.util.UUID;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** People of these tests. */
public final class Officers {
    public static final Actor DRAFTER = officer("陈起草", Permission.DEADLINES_READ, Permission.RULES_DRAFT);
    public static final Actor APPROVER = officer("林审批", Permission.DEADLINES_READ, Permission.RULES_APPROVE);
    public static final Actor BOTH =
            officer("黄全能", Permission.DEADLINES_READ, Permission.RULES_DRAFT, Permission.RULES_APPROVE);

    private Officers() {}

    static Actor officer(String name, Permission... permissions) {
        return within(new Scope.Everything(), name, permissions);
    }

    static Actor within(Scope scope, String name, Permission... permissions) {
        return new Actor(new ActorId(UUID.randomUUID()), name, Set.of(permissions), scope);
    }
}
