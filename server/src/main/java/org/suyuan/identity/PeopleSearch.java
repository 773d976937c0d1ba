package org.suyuan.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Searchable;

/** People by name, those whom the directory would show. */
@Component
class PeopleSearch implements Searchable {
    private static final String KIND = "person";

    private final PeopleDirectory directory;
    private final Posts posts;
    private final Workplaces workplaces;
    private final Capacities capacities;

    PeopleSearch(PeopleDirectory directory, Posts posts, Workplaces workplaces, Capacities capacities) {
        this.directory = directory;
        this.posts = posts;
        this.workplaces = workplaces;
        this.capacities = capacities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission needs() {
        return Permission.ORGANISATIONS_READ;
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit, Locale locale) {
        List<Account> people = directory.named(actor, text, limit);
        List<Post> held = posts.heldBy(people.stream().map(Account::id).toList(), capacities.today());
        Map<Workplace, Workplaces.Place> places =
                workplaces.findAll(held.stream().map(Post::place).distinct().toList());
        Map<ActorId, String> details = held.stream()
                .collect(Collectors.toMap(Post::holder, post -> detail(post, places), (first, next) -> first));
        return people.stream()
                .map(person -> new Hit(KIND, person.id().toString(), person.displayName(), details.get(person.id())))
                .toList();
    }

    private static String detail(Post post, Map<Workplace, Workplaces.Place> places) {
        Workplaces.Place place = places.get(post.place());
        return place == null ? post.title() : place.name() + " " + post.title();
    }
}
