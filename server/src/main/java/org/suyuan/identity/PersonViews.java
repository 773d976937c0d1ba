package org.suyuan.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.identity.PersonView.AllowedPersonAction;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** Shows people and posts in the reader's language, as far as he may see them. */
@Component
class PersonViews {
    private final Posts posts;
    private final Roles roles;
    private final Workplaces workplaces;
    private final Capacities capacities;
    private final MessageSource messages;

    PersonViews(Posts posts, Roles roles, Workplaces workplaces, Capacities capacities, MessageSource messages) {
        this.posts = posts;
        this.roles = roles;
        this.workplaces = workplaces;
        this.capacities = capacities;
        this.messages = messages;
    }

    /** People of a list, with the posts they hold today; four queries however many. */
    List<PersonView> list(List<Account> people, Actor actor, Locale locale) {
        List<ActorId> ids = people.stream().map(Account::id).toList();
        List<Post> held = posts.heldBy(ids, capacities.today());
        Map<ActorId, List<PostView>> views = byHolder(held, locale);
        boolean all = actor.may(Permission.ACCESS_ADMINISTER);
        return people.stream()
                .map(person -> new PersonView(
                        person.id().toString(),
                        person.displayName(),
                        status(person, locale),
                        views.getOrDefault(person.id(), List.of()),
                        all ? person.username() : null,
                        null,
                        null,
                        null,
                        all ? person.createdAt() : null,
                        person.deactivatedAt(),
                        null))
                .toList();
    }

    PersonView detail(Account person, Actor actor, Locale locale) {
        boolean all = actor.may(Permission.ACCESS_ADMINISTER) || actor.id().equals(person.id());
        List<Post> shown = all ? posts.of(person.id()) : posts.heldBy(List.of(person.id()), capacities.today());
        Account.Contact contact = person.contact();
        return new PersonView(
                person.id().toString(),
                person.displayName(),
                status(person, locale),
                of(shown, locale),
                all ? person.username() : null,
                all ? contact.email() : null,
                all ? contact.phone() : null,
                all ? contact.locale() : null,
                all ? person.createdAt() : null,
                person.deactivatedAt(),
                actions(person, actor, locale));
    }

    List<PostView> of(List<Post> shown, Locale locale) {
        Map<Workplace, Workplaces.Place> places = places(shown);
        Map<String, Role> known = roles.byCode();
        LocalDate today = capacities.today();
        return shown.stream()
                .map(post -> PostView.of(post, places, known, today, locale))
                .toList();
    }

    private Map<ActorId, List<PostView>> byHolder(List<Post> held, Locale locale) {
        Map<Workplace, Workplaces.Place> places = places(held);
        Map<String, Role> known = roles.byCode();
        LocalDate today = capacities.today();
        return held.stream()
                .collect(Collectors.groupingBy(
                        Post::holder,
                        Collectors.mapping(
                                post -> PostView.of(post, places, known, today, locale), Collectors.toList())));
    }

    private Map<Workplace, Workplaces.Place> places(Collection<Post> shown) {
        return workplaces.findAll(shown.stream().map(Post::place).distinct().toList());
    }

    private CodedName status(Account person, Locale locale) {
        Account.Status status = person.status();
        return new CodedName(status.name(), text("identity.status." + status.name(), locale));
    }

    private List<AllowedPersonAction> actions(Account person, Actor actor, Locale locale) {
        boolean administers = actor.may(Permission.ACCESS_ADMINISTER);
        boolean own = actor.id().equals(person.id());
        String closed = person.isActive() ? null : "deactivated";
        String notOwn = own ? "own" : closed;
        boolean invited = person.status() == Account.Status.INVITED;
        List<AllowedPersonAction> actions = new ArrayList<>();
        add(actions, "change", administers, closed, locale);
        add(actions, "givePost", administers, notOwn, locale);
        add(actions, "inviteAgain", administers, invited ? notOwn : "not-invited", locale);
        add(actions, "resetPassword", administers, invited ? "invited" : notOwn, locale);
        add(actions, "deactivate", administers, notOwn, locale);
        return actions;
    }

    private void add(
            List<AllowedPersonAction> actions,
            String action,
            boolean administers,
            @Nullable String against,
            Locale locale) {
        String reason = administers ? against : "no-administration";
        actions.add(new AllowedPersonAction(
                action, reason == null, reason == null ? null : text("identity.reason." + reason, locale)));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
