package org.suyuan.organisations;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.OrganisationRegister.Founding;
import org.suyuan.organisations.OrganisationRegister.Order;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** Invented bodies and those who decide about them. */
final class Bodies {
    static final LocalDate FOUNDED = LocalDate.of(2010, 1, 1);
    static final Actor MINISTRY = officer("ministry", new Scope.Everything());
    static final Actor XIAMEN = officer("xiamen", new Scope.Jurisdiction("/35/3502/"));

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Bodies() {}

    static Actor officer(String name, Scope scope) {
        return actor(name, scope, Permission.ORGANISATIONS_READ, Permission.ORGANISATIONS_WRITE);
    }

    static Actor actor(String name, Scope scope, Permission... permissions) {
        return new Actor(new ActorId(UUID.randomUUID()), name, Set.of(permissions), scope);
    }

    /** A name that no other test's bodies have. */
    static String name(String name) {
        return name + " " + NEXT.incrementAndGet();
    }

    static Order on(LocalDate day) {
        return new Order(day, "机构改革", "试验文件〔2010〕1号");
    }

    static Founding authority(
            String name, OrganisationLevel level, @Nullable String region, @Nullable OrganisationId parent) {
        return authority(name, level, region, parent, FOUNDED);
    }

    static Founding authority(
            String name,
            OrganisationLevel level,
            @Nullable String region,
            @Nullable OrganisationId parent,
            LocalDate from) {
        return new Founding(name, null, OrganisationType.MARKET_REGULATION, level, region, parent, null, on(from));
    }

    static Founding laboratory(String name, @Nullable OrganisationId parent, LocalDate from) {
        return new Founding(name, null, "laboratory", null, "350203", parent, null, on(from));
    }
}
