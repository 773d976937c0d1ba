package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.registry.Contact;
import org.suyuan.registry.OperatorDraft;
import org.suyuan.registry.Operators;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** Bodies and operators that tests about people need. */
record Bureaux(OrganisationRegister register, Operators operators) {
    static final Actor FOUNDER = new Actor(
            new ActorId(UUID.randomUUID()), "founder", EnumSet.allOf(Permission.class), new Scope.Everything());

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

    OrganisationId prefecture(String region) {
        return found("市场监督管理局", "market-regulation", OrganisationLevel.PREFECTURE, region, null);
    }

    OrganisationId county(String region, @Nullable OrganisationId parent) {
        return found("区市场监督管理局", "market-regulation", OrganisationLevel.COUNTY, region, parent);
    }

    OrganisationId laboratory(String region) {
        return found("检验所", "laboratory", null, region, null);
    }

    private OrganisationId found(
            String name,
            String type,
            @Nullable OrganisationLevel level,
            String region,
            @Nullable OrganisationId parent) {
        Organisation made = register.found(
                FOUNDER,
                new OrganisationRegister.Founding(
                        "试验" + NEXT.incrementAndGet() + name, null, type, level, region, parent, null, order(FOUNDED)));
        return made.id();
    }

    void move(OrganisationId id, String region, LocalDate from) {
        assertThat(register.move(FOUNDER, id, body -> {}, order(from), null, region, null))
                .isPresent();
    }

    private static OrganisationRegister.Order order(LocalDate from) {
        return new OrganisationRegister.Order(from, "试验", null);
    }

    /** A farmer: no code, so no check digits. */
    OperatorId operator(String region) {
        OperatorDraft draft = new OperatorDraft(
                null,
                "试验农户 " + NEXT.incrementAndGet(),
                null,
                List.of("dairy"),
                region,
                null,
                new Contact(null, null, null),
                null,
                null,
                null,
                null,
                null,
                null);
        return operators.register(FOUNDER, draft).id();
    }
}
