package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** What the platform keeps about the person who asks. Who looked at it is at {@code /api/audit/mine}. */
@RestController
@RequestMapping(path = "/api/identity/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: me", description = "The own account, posts and delegations")
class OwnPage {
    private final Accounts accounts;
    private final Posts posts;
    private final Delegations delegations;
    private final Capacities capacities;
    private final PersonViews views;

    OwnPage(Accounts accounts, Posts posts, Delegations delegations, Capacities capacities, PersonViews views) {
        this.accounts = accounts;
        this.posts = posts;
        this.delegations = delegations;
        this.capacities = capacities;
        this.views = views;
    }

    /**
     * @param delegated who stands in for this person
     * @param capacities what this person may act in today, posts delegated to him included
     */
    record Own(PersonView person, List<DelegationView> delegated, List<Me.CapacityBody> capacities) {}

    @GetMapping
    @Operation(summary = "What is kept about you: account, posts, delegations")
    Own own(Actor actor, Locale locale) {
        Account account = accounts.byId(actor.id())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "systems are not people"));
        List<Post> own = posts.of(account.id());
        LocalDate today = capacities.today();
        return new Own(
                views.detail(account, actor, locale),
                delegations.of(own.stream().map(Post::id).toList()).stream()
                        .map(delegation -> DelegationView.of(delegation, today))
                        .toList(),
                capacities.choices(account).stream()
                        .map(choice -> MeViews.capacity(choice, locale))
                        .toList());
    }
}
