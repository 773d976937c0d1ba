package org.suyuan.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.suyuan.identity.MovableDays.Days;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.registry.Operators;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.testing.PlatformTest;

/**
 * Random histories of posts, moves of people, moves of bodies and delegations, day by day, beside an oracle that keeps lists
 * and looks through all of them: whoever may act in a post today sees exactly what the post's place reaches today.
 */
@PlatformTest
@Import(MovableDays.class)
class WhoSeesWhatTest {
    private static final int STEPS = 60;
    private static final int PEOPLE = 4;
    private static final List<String> COUNTIES = List.of("350203", "350206", "350211", "350212");

    @Autowired
    Days days;

    @Autowired
    OrganisationRegister register;

    @Autowired
    Operators operators;

    @Autowired
    Accounts accounts;

    @Autowired
    Appointments appointments;

    @Autowired
    StandIns standIns;

    @Autowired
    Capacities capacities;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoever_acts_in_a_post_sees_what_its_place_reaches_that_day(long seed) {
        var history = new History(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            String what = history.step();
            history.compare("seed " + seed + ", step " + step + ", " + what);
        }
        assertThat(history.accepted).as("a history in which something happens").isGreaterThan(STEPS / 4);
    }

    /** One random history, kept twice. */
    private final class History {
        private final Random random;
        private final Bureaux bureaux = new Bureaux(register, operators);
        private final List<Account> people = new ArrayList<>();
        private final List<OperatorId> firms = new ArrayList<>();
        private final Map<OperatorId, String> firmRegions = new HashMap<>();
        private final List<Workplace> places = new ArrayList<>();

        // The oracle's memory.
        private final Map<Workplace, TreeMap<LocalDate, String>> regions = new HashMap<>();
        private final List<HeldPost> posts = new ArrayList<>();
        private final List<Absent> absences = new ArrayList<>();
        private int accepted;

        private static final class HeldPost {
            final PostId id;
            final ActorId holder;
            final Workplace place;
            final LocalDate from;

            @Nullable
            LocalDate to;

            HeldPost(Post post) {
                id = post.id();
                holder = post.holder();
                place = post.place();
                from = post.from();
                to = post.to();
            }

            boolean on(LocalDate day) {
                return !day.isBefore(from) && (to == null || day.isBefore(to));
            }
        }

        private static final class Absent {
            final UUID id;
            final HeldPost post;
            final HeldPost colleague;
            final LocalDate from;
            final LocalDate to;
            boolean revoked;

            Absent(Delegation made, HeldPost post, HeldPost colleague) {
                id = made.id();
                this.post = post;
                this.colleague = colleague;
                from = made.from();
                to = made.to();
            }
        }

        History(Random random) {
            this.random = random;
            for (int i = 0; i < PEOPLE; i++) {
                ActorId id = new ActorId(UUID.randomUUID());
                Account account = new Account(
                        id,
                        "p-" + id.toString().substring(0, 13),
                        "林" + i,
                        Account.Contact.NONE,
                        new Account.Password("no password", false, 1),
                        1,
                        days.instant(),
                        null);
                accounts.insert(account, null);
                people.add(account);
            }
            OrganisationId city = bureaux.prefecture("3502");
            place(new Workplace.Body(city), "/35/3502/");
            for (String county : COUNTIES.subList(0, 3)) {
                place(new Workplace.Body(bureaux.county(county, city)), "/35/3502/" + county + "/");
            }
            for (String county : COUNTIES) {
                OperatorId firm = bureaux.operator(county);
                firms.add(firm);
                firmRegions.put(firm, "/35/3502/" + county + "/");
            }
            places.add(new Workplace.Firm(firms.getFirst()));
        }

        private void place(Workplace at, String region) {
            places.add(at);
            regions.put(at, new TreeMap<>(Map.of(LocalDate.of(2020, 1, 1), region)));
        }

        String step() {
            int what = random.nextInt(12);
            if (what < 4) {
                return tried("give", this::give);
            } else if (what < 6) {
                return tried("end", this::end);
            } else if (what < 7) {
                return tried("move a body", this::moveBody);
            } else if (what < 9) {
                return tried("delegate", this::delegate);
            } else if (what < 10) {
                return tried("revoke", this::revoke);
            }
            days.pass(1);
            return "a day passes";
        }

        /** What the platform refuses changes nothing, which the comparison afterwards shows. */
        private String tried(String what, Runnable attempt) {
            try {
                attempt.run();
                accepted++;
                return what;
            } catch (Problem refused) {
                return what + ", refused: " + refused.getMessage();
            }
        }

        private void give() {
            Workplace at = any(places);
            String role = at instanceof Workplace.Firm ? "operator-staff" : "inspector";
            LocalDate from = days.today().plusDays(random.nextInt(3) - 1);
            LocalDate to = random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(6));
            Post made = appointments.give(
                    Bureaux.FOUNDER, any(people).id(), new Appointments.NewPost(at, "检查科 科员", role, from, to, null));
            posts.add(new HeldPost(made));
        }

        private void end() {
            HeldPost post = any(posts);
            LocalDate to = days.today().plusDays(random.nextInt(3));
            appointments.end(Bureaux.FOUNDER, post.id, to, "调任");
            post.to = to;
        }

        private void moveBody() {
            Workplace at = places.get(1 + random.nextInt(3));
            String county = any(COUNTIES);
            LocalDate from = days.today().plusDays(random.nextInt(2));
            if (at instanceof Workplace.Body(OrganisationId id)
                    && requireNonNull(regions.get(at)).lastKey().isBefore(from)) {
                bureaux.move(id, county, from);
                regions.get(at).put(from, "/35/3502/" + county + "/");
            }
        }

        private void delegate() {
            HeldPost post = any(posts);
            Account holder = account(post.holder);
            Actor actor = capacities.actorOf(holder, post.id);
            LocalDate from = days.today().plusDays(random.nextInt(2));
            Delegation made = standIns.delegate(
                    actor,
                    post.id,
                    new StandIns.Absence(any(people).id(), from, from.plusDays(1 + random.nextInt(5)), "年休假"));
            absences.add(new Absent(made, post, held(made.delegatePost())));
        }

        private void revoke() {
            Absent absent = any(absences);
            Actor actor = capacities.actorOf(account(absent.post.holder), absent.post.id);
            standIns.revoke(actor, absent.id, "提前返岗");
            absent.revoked = true;
        }

        void compare(String when) {
            for (Account person : people) {
                Map<PostId, Set<OperatorId>> found = new HashMap<>();
                for (Capacities.Choice choice : capacities.choices(person)) {
                    found.put(choice.post().id(), seen(person, choice.post().id()));
                }
                assertThat(found).as(when + ", " + person.displayName()).isEqualTo(expected(person.id()));
            }
        }

        private Set<OperatorId> seen(Account person, PostId post) {
            Actor actor = capacities.actorOf(person, post);
            Set<OperatorId> seen = new HashSet<>();
            for (OperatorId firm : firms) {
                operators.find(actor, firm).ifPresent(found -> seen.add(found.id()));
            }
            return seen;
        }

        private Map<PostId, Set<OperatorId>> expected(ActorId person) {
            LocalDate today = days.today();
            Map<PostId, Set<OperatorId>> expected = new HashMap<>();
            for (HeldPost post : posts) {
                if (post.holder.equals(person) && post.on(today)) {
                    expected.put(post.id, reach(post.place, today));
                }
            }
            for (Absent absent : absences) {
                boolean now = !absent.revoked && !today.isBefore(absent.from) && today.isBefore(absent.to);
                if (now
                        && absent.colleague.holder.equals(person)
                        && absent.post.on(today)
                        && absent.colleague.on(today)) {
                    expected.put(absent.post.id, reach(absent.post.place, today));
                }
            }
            return expected;
        }

        private Set<OperatorId> reach(Workplace place, LocalDate day) {
            if (place instanceof Workplace.Firm(OperatorId firm)) {
                return Set.of(firm);
            }
            String region = requireNonNull(regions.get(place)).floorEntry(day).getValue();
            Set<OperatorId> reached = new HashSet<>(firms);
            reached.removeIf(firm -> !requireNonNull(firmRegions.get(firm)).startsWith(region));
            return reached;
        }

        private HeldPost held(PostId id) {
            return posts.stream().filter(post -> post.id.equals(id)).findFirst().orElseThrow();
        }

        private Account account(ActorId id) {
            return people.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private <T> T any(List<T> list) {
            if (list.isEmpty()) {
                throw new Problem(CommonProblem.NOT_FOUND, "nothing there yet");
            }
            return list.get(random.nextInt(list.size()));
        }
    }
}
