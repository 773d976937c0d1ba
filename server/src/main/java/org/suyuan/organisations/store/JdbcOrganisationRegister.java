package org.suyuan.organisations.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.organisations.Change;
import org.suyuan.organisations.Decision;
import org.suyuan.organisations.Facts;
import org.suyuan.organisations.Lineage.Placed;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationClosed;
import org.suyuan.organisations.OrganisationFilter;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationMerged;
import org.suyuan.organisations.OrganisationMoved;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.organisations.OrganisationRenamed;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.organisations.OrganisationsProblem;
import org.suyuan.organisations.Period;
import org.suyuan.organisations.Place;
import org.suyuan.registry.Checked.Broken;
import org.suyuan.registry.Checked.Fault;
import org.suyuan.registry.Checked.Sound;
import org.suyuan.registry.UnifiedSocialCreditCode;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;

@Repository
class JdbcOrganisationRegister implements OrganisationRegister {
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Directory directory;
    private final Decisions decisions;
    private final Forest forest;
    private final Types types;
    private final Checks checks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcOrganisationRegister(
            JdbcClient jdbc,
            Organisations organisations,
            Directory directory,
            Decisions decisions,
            Forest forest,
            Types types,
            Checks checks,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.directory = directory;
        this.decisions = decisions;
        this.forest = forest;
        this.types = types;
        this.checks = checks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Page<Organisation> list(Actor actor, OrganisationFilter filter, PageRequest page) {
        actor.require(Permission.ORGANISATIONS_READ);
        return directory.page(filter, page);
    }

    @Override
    @Transactional(readOnly = true)
    public void export(Actor actor, OrganisationFilter filter, Consumer<List<Organisation>> lines) {
        actor.require(Permission.ORGANISATIONS_READ);
        directory.export(filter, lines);
    }

    @Override
    public Optional<Organisation> find(Actor actor, OrganisationId id, LocalDate on) {
        actor.require(Permission.ORGANISATIONS_READ);
        return organisations.find(id, on);
    }

    @Override
    public List<Decision> history(Actor actor, OrganisationId id) {
        actor.require(Permission.ORGANISATIONS_READ);
        return forest.decisions(List.of(id)).getOrDefault(id, List.of());
    }

    @Override
    public List<Period> periods(Actor actor, OrganisationId id) {
        actor.require(Permission.ORGANISATIONS_READ);
        return forest.placed(List.of(id)).getOrDefault(id, List.of()).stream()
                .map(Placed::period)
                .toList();
    }

    @Override
    public Optional<Hindrance> hindrance(Actor actor, Organisation body) {
        if (!actor.may(Permission.ORGANISATIONS_WRITE)) {
            return Optional.of(Hindrance.NO_PERMISSION);
        }
        if (!Checks.reaches(actor, body.regionPath())) {
            return Optional.of(Hindrance.OUTSIDE_JURISDICTION);
        }
        return body.status() == OrganisationStatus.CLOSED ? Optional.of(Hindrance.ENDED) : Optional.empty();
    }

    @Override
    @Transactional
    public Organisation found(Actor actor, Founding founding) {
        Checks.requireWriting(actor);
        forest.lock();
        List<FieldError> faults = Checks.faults(founding.order());
        Checks.names(faults, founding.name(), founding.shortName());
        UnifiedSocialCreditCode uscc = uscc(founding.uscc(), faults);
        types.check(founding.type(), faults);
        checkKnown("/parent", founding.parent(), faults);
        Place place = checks.place(actor, founding.region(), founding.order().from(), faults);
        Checks.refuse(faults);
        Facts facts = new Facts(
                founding.name().strip(),
                founding.shortName(),
                founding.type(),
                founding.level(),
                Objects.requireNonNull(place),
                founding.parent());
        OrganisationId id = new OrganisationId(Uuid7.next(clock));
        insert(id, uscc, founding.order().from());
        decisions.append(actor, id, new Change.Founded(facts), founding.order());
        forest.grow(Set.of(id), "/from");
        Organisation made = forest.today(id);
        audit.decided(actor, Deeds.of(made, new Change.Founded(facts), founding.order()));
        return made;
    }

    private void insert(OrganisationId id, @Nullable UnifiedSocialCreditCode uscc, LocalDate founded) {
        try {
            jdbc.sql("""
                            INSERT INTO organisations.organisation (id, uscc, founded, ended, version)
                            VALUES (:id, :uscc, :founded, 'infinity', 1)
                            """)
                    .param("id", id.value())
                    .param("uscc", uscc == null ? null : uscc.value())
                    .param("founded", founded)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem(
                    OrganisationsProblem.ORGANISATION_EXISTS,
                    "/code: " + uscc + " (another body is registered with it)");
        }
    }

    private static @Nullable UnifiedSocialCreditCode uscc(@Nullable String text, List<FieldError> faults) {
        if (text == null) {
            return null;
        }
        return switch (UnifiedSocialCreditCode.read(text)) {
            case Sound<UnifiedSocialCreditCode> sound -> sound.value();
            case Broken<UnifiedSocialCreditCode>(Fault fault) -> {
                faults.add(new FieldError("/code", text, fault.rule(), fault.message()));
                yield null;
            }
        };
    }

    private void checkKnown(String pointer, @Nullable OrganisationId id, List<FieldError> faults) {
        if (id != null && organisations.find(id).isEmpty()) {
            faults.add(new FieldError(pointer, id.toString(), "known", "expected: the id of a body"));
        }
    }

    @Override
    @Transactional
    public Optional<Organisation> rename(
            Actor actor,
            OrganisationId id,
            Consumer<Organisation> precondition,
            Order order,
            String name,
            @Nullable String shortName) {
        return decide(actor, id, precondition, order, faults -> {
            Checks.names(faults, name, shortName);
            return new Change.Renamed(name.strip(), shortName);
        });
    }

    @Override
    @Transactional
    public Optional<Organisation> move(
            Actor actor,
            OrganisationId id,
            Consumer<Organisation> precondition,
            Order order,
            @Nullable OrganisationId parent,
            @Nullable String region,
            @Nullable OrganisationLevel level) {
        return decide(actor, id, precondition, order, faults -> {
            if (parent == null && region == null && level == null) {
                faults.add(new FieldError("/parent", null, "required", "expected: a parent, a region or a level"));
            }
            checkKnown("/parent", parent, faults);
            Place place = region == null ? null : checks.place(actor, region, order.from(), faults);
            return new Change.Moved(parent, place, level);
        });
    }

    @Override
    @Transactional
    public Optional<Organisation> reclassify(
            Actor actor,
            OrganisationId id,
            Consumer<Organisation> precondition,
            Order order,
            String type,
            @Nullable OrganisationLevel level) {
        return decide(actor, id, precondition, order, faults -> {
            types.check(type, faults);
            return new Change.Reclassified(type, level);
        });
    }

    @Override
    @Transactional
    public Optional<Organisation> merge(
            Actor actor, OrganisationId id, Consumer<Organisation> precondition, Order order, OrganisationId into) {
        return decide(actor, id, precondition, order, faults -> {
            checkKnown("/into", into, faults);
            if (into.equals(id)) {
                faults.add(new FieldError("/into", into.toString(), "cycle", "expected: another body"));
            }
            return new Change.Merged(into);
        });
    }

    @Override
    @Transactional
    public Optional<Organisation> close(
            Actor actor, OrganisationId id, Consumer<Organisation> precondition, Order order) {
        return decide(actor, id, precondition, order, faults -> new Change.Closed());
    }

    /** Reads a change out of the input and adds what is wrong with it. */
    @FunctionalInterface
    private interface Reading {
        Change read(List<FieldError> faults);
    }

    private Optional<Organisation> decide(
            Actor actor, OrganisationId id, Consumer<Organisation> precondition, Order order, Reading reading) {
        Checks.requireWriting(actor);
        forest.lock();
        Organisation before = organisations.find(id).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        precondition.accept(before);
        Checks.requireReach(actor, "/id", before.regionPath());
        List<FieldError> faults = Checks.faults(order);
        Change change = reading.read(faults);
        if (change.ends() && before.validTo() != null) {
            faults.add(new FieldError(
                    "/from", order.from().toString(), "ended-already", "its end is decided for " + before.validTo()));
        }
        Checks.refuse(faults);
        Map<OrganisationId, List<Placed>> former = forest.placed(List.of(id));
        decisions.append(actor, id, change, order);
        forest.grow(Set.of(id), "/from");
        if (forest.placed(List.of(id)).equals(former)) {
            throw InvalidInput.of(
                    "/from", order.from().toString(), "unchanged", "expected: something that changes then");
        }
        decisions.revise(id, change, order.from());
        checkSuccessions(id);
        Organisation after = forest.today(id);
        audit.decided(actor, Deeds.of(after, change, order));
        announce(before, change, order.from());
        return Optional.of(after);
    }

    /** A body lives on the day on which another is merged into it. */
    private void checkSuccessions(OrganisationId id) {
        jdbc.sql("""
                        SELECT s.id
                        FROM organisations.organisation AS o
                        JOIN organisations.organisation AS s ON s.id = o.successor
                        WHERE (o.id = :id OR s.id = :id)
                          AND NOT (s.founded <= o.ended AND o.ended < s.ended)
                        LIMIT 1
                        """).param("id", id.value()).query(UUID.class).optional().ifPresent(dead -> {
            throw InvalidInput.of(
                    "/into",
                    dead.toString(),
                    "successor-alive",
                    "expected: a successor that lives on the day of the merger");
        });
    }

    private void announce(Organisation before, Change change, LocalDate from) {
        OrganisationId id = before.id();
        switch (change) {
            case Change.Renamed(String name, String shortName) ->
                events.publishEvent(new OrganisationRenamed(
                        id, organisations.nameOn(id, from.minusDays(1)).orElse(before.name()), name, from));
            case Change.Moved moved -> events.publishEvent(new OrganisationMoved(id, from));
            case Change.Followed followed -> events.publishEvent(new OrganisationMoved(id, from));
            case Change.Merged(OrganisationId into) -> events.publishEvent(new OrganisationMerged(id, into, from));
            case Change.Closed closed -> events.publishEvent(new OrganisationClosed(id, from));
            case Change.Founded founded -> {}
            case Change.Reclassified reclassified -> {}
        }
    }

    @Override
    @Transactional
    public OrganisationType addType(Actor actor, OrganisationType type) {
        return types.add(actor, type);
    }
}
