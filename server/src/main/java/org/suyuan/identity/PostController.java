package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.ReadSubjects;

@RestController
@RequestMapping(path = "/api/identity", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: posts", description = "Ending posts 岗位 and delegating them during absence 代理")
class PostController {
    private final Appointments appointments;
    private final StandIns standIns;
    private final Capacities capacities;
    private final PersonViews views;
    /** The current one, as in {@link PeopleController}. */
    private final HttpServletRequest request;

    PostController(
            Appointments appointments,
            StandIns standIns,
            Capacities capacities,
            PersonViews views,
            HttpServletRequest request) {
        this.appointments = appointments;
        this.standIns = standIns;
        this.capacities = capacities;
        this.views = views;
        this.request = request;
    }

    @PostMapping(path = "/posts/{id}/ends", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "End a post; the holder loses what it gave on that day")
    PostView end(Actor actor, @PathVariable String id, @RequestBody PostEnd body, Locale locale) {
        Post ended = appointments.end(actor, Ids.post(id), body.to(), body.reason());
        return views.of(List.of(ended), locale).getFirst();
    }

    @GetMapping("/posts/{id}/delegations")
    @Operation(summary = "Who stood, stands and will stand in for the holder")
    @AuditedRead(action = "identity.delegation.listed", kind = "post", id = "id")
    List<DelegationView> delegations(Actor actor, @PathVariable String id) {
        return standIns.of(actor, Ids.post(id)).stream().map(this::view).toList();
    }

    @GetMapping("/posts/{id}/colleagues")
    @Operation(summary = "Who could stand in for the holder: people of the same organisation or its parent")
    @AuditedRead(action = "identity.person.listed", kind = "person")
    List<NamedId> colleagues(Actor actor, @PathVariable String id) {
        List<Account> colleagues = standIns.colleagues(actor, Ids.post(id));
        ReadSubjects.name(request, colleagues.stream().map(People::subject).toList());
        return colleagues.stream()
                .map(person -> new NamedId(person.id().toString(), person.displayName()))
                .toList();
    }

    @PostMapping(path = "/posts/{id}/delegations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Let a colleague stand in during an absence")
    ResponseEntity<DelegationView> delegate(Actor actor, @PathVariable String id, @RequestBody NewDelegation body) {
        ActorId delegate = new ActorId(Ids.in("/delegate", body.delegate()));
        Delegation made = standIns.delegate(
                actor, Ids.post(id), new StandIns.Absence(delegate, body.from(), body.to(), body.reason()));
        return ResponseEntity.created(URI.create("/api/identity/delegations/" + made.id()))
                .body(view(made));
    }

    @PostMapping(path = "/delegations/{id}/revocations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take a delegation back at once")
    DelegationView revoke(Actor actor, @PathVariable String id, @RequestBody RevocationReason body) {
        return view(standIns.revoke(actor, Ids.inPath(id), body.reason()));
    }

    private DelegationView view(Delegation delegation) {
        return DelegationView.of(delegation, capacities.today());
    }

    /** @param to first day no more */
    record PostEnd(LocalDate to, String reason) {}

    /**
     * @param delegate id of the person
     * @param from first day
     * @param to first day no more
     */
    record NewDelegation(String delegate, LocalDate from, LocalDate to, String reason) {}

    record RevocationReason(String reason) {}
}
