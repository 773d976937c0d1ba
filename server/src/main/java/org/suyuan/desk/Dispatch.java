package org.suyuan.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.search.Openable;

/** To whom a dispatcher may give what: the same rule for the list he chooses from and for his choice. */
@Component
public class Dispatch {
    /** People offered at once; more are found by typing. */
    public static final int OFFERED_MAX = 50;
    /** People of one office asked whether any of them could open a subject. */
    private static final int ASKED_MAX = 200;

    private static final String INSTRUCTION = "desk.instruction";

    private final Addresses addresses;
    private final Openables openables;
    private final Clock clock;

    Dispatch(Addresses addresses, Openables openables, Clock clock) {
        this.addresses = addresses;
        this.openables = openables;
        this.clock = clock;
    }

    /**
     * Who could get something.
     *
     * @param people in their posts
     * @param offices in which at least one of them is
     */
    public record Candidates(List<Actor> people, List<Addresses.Office> offices) {}

    /** Those within the actor's scope who hold the permission and could open the subject. */
    public Candidates candidates(Actor actor, Permission needs, Link subject, String text) {
        actor.require(Permission.TASKS_DISPATCH);
        List<Actor> people = addresses.within(actor.scope(), needs, text, OFFERED_MAX).stream()
                .filter(person -> openables.couldOpen(person, subject))
                .toList();
        Map<OrganisationId, Addresses.Office> offices = new LinkedHashMap<>();
        for (Actor person : people) {
            person.organisation()
                    .flatMap(addresses::office)
                    .ifPresent(office -> offices.putIfAbsent(office.id(), office));
        }
        return new Candidates(people, List.copyOf(offices.values()));
    }

    /** The same for something that is no task yet; empty when the actor cannot open it himself. */
    public Optional<Candidates> candidates(Actor actor, String subjectKind, String subjectId, String text) {
        return openables
                .open(actor, subjectKind, subjectId)
                .map(thing -> candidates(
                        actor,
                        openables.needs(subjectKind).orElseThrow(),
                        new Link(subjectKind, subjectId, thing.title()),
                        text));
    }

    /** Refuses an assignee outside the scope as one that does not exist, and one who could not do it with the reason. */
    void check(Actor actor, Assignee assignee, Permission needs, Link subject) {
        switch (assignee) {
            case Assignee.Nobody() -> {}
            case Assignee.Post(var post) -> {
                Actor holder = addresses
                        .holder(post)
                        .filter(found -> reaches(actor, found))
                        .orElseThrow(() -> unknown("/post", post.toString()));
                if (!holder.may(needs)) {
                    throw InvalidInput.of(
                            "/post", holder.name(), "assignee-permission", "expected: somebody who holds " + needs);
                }
                if (!openables.couldOpen(holder, subject)) {
                    throw InvalidInput.of(
                            "/post",
                            holder.name(),
                            "assignee-sight",
                            "expected: somebody who may see " + subject.title());
                }
            }
            case Assignee.Office(OrganisationId organisation) -> {
                Addresses.Office office = addresses
                        .office(organisation)
                        .filter(found -> reaches(actor, found))
                        .orElseThrow(() -> unknown("/organisation", organisation.toString()));
                boolean anybody = addresses.holders(organisation, needs, ASKED_MAX).stream()
                        .anyMatch(holder -> openables.couldOpen(holder, subject));
                if (!anybody) {
                    throw InvalidInput.of(
                            "/organisation",
                            office.name(),
                            "assignee-office",
                            "expected: an organisation in which somebody holds " + needs + " and may see "
                                    + subject.title());
                }
            }
        }
    }

    private static InvalidInput unknown(String pointer, String value) {
        return InvalidInput.of(pointer, value, "assignee", "expected: one of /api/desk/assignees");
    }

    NewTask task(Actor actor, Instruction asked) {
        Openable.Opened subject = openables
                .open(actor, asked.subjectKind(), asked.subjectId())
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "nothing of kind " + asked.subjectKind() + ": " + asked.subjectId()));
        if (asked.due() != null && asked.due().isBefore(clock.instant())) {
            throw InvalidInput.of("/due", asked.due().toString(), "future", "expected: a moment to come");
        }
        Permission needs = openables.needs(asked.subjectKind()).orElseThrow();
        Link link = new Link(subject.kind(), subject.id(), subject.title());
        check(actor, asked.assignee(), needs, link);
        return new NewTask(
                INSTRUCTION,
                List.of(asked.text()),
                link,
                subject.regionPath(),
                needs,
                asked.assignee(),
                asked.due() == null ? null : new Due(asked.due(), false, actor.name()),
                null,
                asked.priority(),
                Closing.BY_HAND);
    }

    /** Those who dispatch in the office of a task; of the body above it when the office has none. */
    List<ActorId> superiorsOf(Task task) {
        List<ActorId> found = new ArrayList<>();
        OrganisationId office = task.office();
        if (office != null) {
            dispatchers(office, found);
            if (found.isEmpty()) {
                addresses
                        .office(office)
                        .map(Addresses.Office::superior)
                        .ifPresent(superior -> dispatchers(superior, found));
            }
        }
        return found;
    }

    private void dispatchers(OrganisationId office, List<ActorId> found) {
        addresses.holders(office, Permission.TASKS_DISPATCH, Tasks.TOLD_MAX).forEach(person -> found.add(person.id()));
    }

    static boolean reaches(Actor actor, Task task) {
        if (!actor.may(Permission.TASKS_DISPATCH)) {
            return false;
        }
        return switch (actor.scope()) {
            case Scope.Everything() -> true;
            case Scope.Jurisdiction(String path) -> task.regionPath().startsWith(path);
            case Scope.OwnOrganisation(OrganisationId own) -> own.equals(task.office());
            case Scope.OwnOperator _, Scope.Nothing() -> false;
        };
    }

    private boolean reaches(Actor actor, Actor other) {
        return other.organisation()
                .flatMap(addresses::office)
                .filter(office -> reaches(actor, office))
                .isPresent();
    }

    private static boolean reaches(Actor actor, Addresses.Office office) {
        return switch (actor.scope()) {
            case Scope.Everything() -> true;
            case Scope.Jurisdiction(String path) -> office.regionPath().startsWith(path);
            case Scope.OwnOrganisation(OrganisationId own) -> own.equals(office.id());
            case Scope.OwnOperator _, Scope.Nothing() -> false;
        };
    }
}
