package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.ReadSubjects;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

@RestController
@RequestMapping(path = "/api/identity/people", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: people", description = "People 人员, their accounts and posts 岗位")
class PeopleController {
    private final People people;
    private final Appointments appointments;
    private final PeopleDirectory directory;
    private final PersonViews views;
    /** The current one, whichever that is: a handler that declared it would count as reading all parameters itself. */
    private final HttpServletRequest request;

    PeopleController(
            People people,
            Appointments appointments,
            PeopleDirectory directory,
            PersonViews views,
            HttpServletRequest request) {
        this.people = people;
        this.appointments = appointments;
        this.directory = directory;
        this.views = views;
        this.request = request;
    }

    /**
     * @param q part of the name, or the beginning of the username
     * @param role code of a role held today
     * @param status without it all but the deactivated
     */
    record PeopleQuery(
            @Nullable String q,
            @Nullable String organisation,
            @Nullable String operator,
            @Nullable String role,
            Account.@Nullable Status status) {
        PeopleDirectory.Filter filter() {
            return new PeopleDirectory.Filter(
                    q == null || q.isBlank() ? null : q.strip(),
                    Ids.inQuery("organisation", organisation),
                    Ids.inQuery("operator", operator),
                    role,
                    status);
        }
    }

    @GetMapping
    @Operation(summary = "The people you may see, with the posts they hold today")
    @AuditedRead(action = "identity.person.listed", kind = "person")
    Page<PersonView> list(
            Actor actor, @ParameterObject PeopleQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Account> found = directory.page(actor, query.filter(), page);
        ReadSubjects.name(request, found.items().stream().map(People::subject).toList());
        return new Page<>(views.list(found.items(), actor, locale), found.next(), found.total(), found.truncated());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One person; contact data only for yourself and for those who administer access")
    @AuditedRead(action = "identity.person.read", kind = "person", id = "id")
    ResponseEntity<PersonView> find(Actor actor, @PathVariable String id, Locale locale) {
        Account person = directory.find(actor, Ids.person(id)).orElseThrow(() -> Ids.notFound(id));
        ReadSubjects.name(request, List.of(People.subject(person)));
        return detail(person, actor, locale);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Invite a person: an account, perhaps a first post, and a link to choose a password with")
    ResponseEntity<InvitedPerson> invite(Actor actor, @RequestBody NewPersonBody body, Locale locale) {
        People.Invited invited = people.invite(
                actor,
                new People.NewPerson(
                        body.username(),
                        body.name(),
                        contact(body.email(), body.phone(), body.locale()),
                        body.post() == null ? null : body.post().wanted()));
        return ResponseEntity.created(
                        URI.create("/api/identity/people/" + invited.account().id()))
                .body(invited(invited, actor, locale));
    }

    @PostMapping("/{id}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new link in place of one that was lost or ran out")
    InvitedPerson inviteAgain(Actor actor, @PathVariable String id, Locale locale) {
        return invited(people.inviteAgain(actor, Ids.person(id)), actor, locale);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace a person's name and contact data")
    ResponseEntity<PersonView> describe(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody PersonBody body, Locale locale) {
        Account changed = people.describe(
                actor, Ids.person(id), ifMatch, body.name(), contact(body.email(), body.phone(), body.locale()));
        return detail(changed, actor, locale);
    }

    @PostMapping(path = "/{id}/posts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give a post: one place, one role, from a day on; never to yourself")
    ResponseEntity<PostView> give(Actor actor, @PathVariable String id, @RequestBody NewPostBody body, Locale locale) {
        Post post = appointments.give(actor, Ids.person(id), body.wanted());
        return ResponseEntity.created(URI.create("/api/identity/posts/" + post.id()))
                .body(views.of(List.of(post), locale).getFirst());
    }

    /** A forgotten password is not found again, it is replaced. */
    @PostMapping("/{id}/passwords")
    @Operation(summary = "A one-time password for somebody who forgot his own; ends his sessions")
    OneTimePassword resetPassword(Actor actor, @PathVariable String id) {
        return new OneTimePassword(people.resetPassword(actor, Ids.person(id)));
    }

    @PostMapping(path = "/{id}/deactivations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End an account at once, sessions and delegations included")
    void deactivate(Actor actor, @PathVariable String id, @RequestBody ReasonBody body) {
        people.deactivate(actor, Ids.person(id), body.reason());
    }

    private ResponseEntity<PersonView> detail(Account person, Actor actor, Locale locale) {
        return ResponseEntity.ok()
                .eTag(new Revision(person.revision()).etag())
                .body(views.detail(person, actor, locale));
    }

    private InvitedPerson invited(People.Invited invited, Actor actor, Locale locale) {
        Invitations.Issued issued = invited.invitation();
        return new InvitedPerson(
                views.detail(invited.account(), actor, locale),
                new InvitationBody(issued.token().text(), issued.expiresAt()));
    }

    private static Account.Contact contact(@Nullable String email, @Nullable String phone, @Nullable String locale) {
        return new Account.Contact(email, phone, locale == null ? Account.Contact.LOCALE_DEFAULT : locale);
    }

    /**
     * @param locale language of notices, {@code zh-CN} (also when absent) or {@code en}
     * @param post the first post, absent to give it later
     */
    record NewPersonBody(
            String username,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable NewPostBody post) {}

    record PersonBody(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale) {}

    /**
     * @param organisation id; either this or the operator
     * @param from first day; today when absent
     * @param to first day no more; absent for a post without end
     */
    record NewPostBody(
            @Nullable String organisation,
            @Nullable String operator,
            String title,
            String role,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {
        Appointments.NewPost wanted() {
            return new Appointments.NewPost(Ids.place(organisation, operator), title, role, from, to, reason);
        }
    }

    /** @param token for the link; shown this once */
    record InvitationBody(String token, Instant expiresAt) {}

    record InvitedPerson(PersonView person, InvitationBody invitation) {}

    record OneTimePassword(String oneTimePassword) {}

    record ReasonBody(String reason) {}
}
