package org.suyuan.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.testing.PlatformTest;

/** The tree of bodies as it was on each day, against a model that knows only days. */
@PlatformTest
class OrganisationTreeTests {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 30;
    private static final int BODIES_MAX = 14;
    private static final int DECISIONS = 350;

    @Autowired
    OrganisationRegister register;

    @Autowired
    Organisations organisations;

    /** What one body was on a day; absent while it did not live. */
    private record State(String name, @Nullable OrganisationId parent) {}

    /** A decision of the model. */
    private record Act(
            int day,
            @Nullable String name,
            @Nullable OrganisationId parent,
            boolean ends,
            @Nullable OrganisationId into) {}

    private final Map<OrganisationId, List<Act>> acts = new LinkedHashMap<>();

    @Test
    void on_every_day_the_tree_is_what_the_decisions_made_of_it() {
        Random random = new Random(20_260_101);
        int kept = 0;
        int refused = 0;
        for (int i = 0; i < DECISIONS; i++) {
            boolean accepted = acts.size() < BODIES_MAX && random.nextInt(4) == 0 || acts.isEmpty()
                    ? found(random)
                    : decide(random, i);
            kept += accepted ? 1 : 0;
            refused += accepted ? 0 : 1;
            if (i % 50 == 49) {
                assertSameOnEveryDay();
            }
        }
        assertThat(kept).isGreaterThan(50);
        assertThat(refused).isGreaterThan(50);
    }

    private boolean found(Random random) {
        Act act =
                new Act(random.nextInt(5), Bodies.name("所"), random.nextInt(3) == 0 ? null : any(random), false, null);
        OrganisationId mark = new OrganisationId(new UUID(0, acts.size()));
        acts.put(mark, new ArrayList<>(List.of(act)));
        boolean expected = consistent();
        acts.remove(mark);
        try {
            Organisation made = register.found(
                    Bodies.MINISTRY,
                    Bodies.laboratory(Objects.requireNonNull(act.name()), act.parent(), START.plusDays(act.day())));
            assertThat(expected).as("founded %s", act).isTrue();
            acts.put(made.id(), new ArrayList<>(List.of(act)));
            return true;
        } catch (InvalidInput refusal) {
            assertThat(expected).as("refused %s: %s", act, refusal.errors()).isFalse();
            return false;
        }
    }

    private @Nullable OrganisationId any(Random random) {
        return acts.isEmpty() ? null : List.copyOf(acts.keySet()).get(random.nextInt(acts.size()));
    }

    private boolean decide(Random random, int number) {
        OrganisationId id = Objects.requireNonNull(any(random));
        int day = random.nextInt(DAYS + 2) - 1;
        Act act = switch (random.nextInt(20)) {
            case 0 -> new Act(day + 10, null, null, true, null);
            case 1 -> new Act(day + 10, null, null, true, any(random));
            case 2, 3, 4, 5 -> new Act(day, "名" + number % 5, null, false, null);
            default -> new Act(day, null, any(random), false, null);
        };
        List<Act> own = Objects.requireNonNull(acts.get(id));
        Map<Integer, State> before = states(id);
        own.add(act);
        boolean expected = consistent() && !before.equals(states(id));
        try {
            carryOut(id, act);
            assertThat(expected).as("accepted %s for %s", act, id).isTrue();
            return true;
        } catch (InvalidInput refusal) {
            assertThat(expected)
                    .as("refused %s for %s: %s", act, id, refusal.errors())
                    .isFalse();
            own.removeLast();
            return false;
        }
    }

    private void carryOut(OrganisationId id, Act act) {
        OrganisationRegister.Order order = Bodies.on(START.plusDays(act.day()));
        if (act.ends() && act.into() != null) {
            register.merge(Bodies.MINISTRY, id, seen -> {}, order, act.into());
        } else if (act.ends()) {
            register.close(Bodies.MINISTRY, id, seen -> {}, order);
        } else if (act.name() != null) {
            register.rename(Bodies.MINISTRY, id, seen -> {}, order, act.name(), null);
        } else {
            register.move(Bodies.MINISTRY, id, seen -> {}, order, act.parent(), null, null);
        }
    }

    /** The oracle's view of one body: a state for each day it lived. */
    private Map<Integer, State> states(OrganisationId id) {
        List<Act> own = Objects.requireNonNull(acts.get(id));
        Map<Integer, State> states = new LinkedHashMap<>();
        State state = null;
        for (int day = 0; day < 2 * DAYS; day++) {
            for (Act act : own) {
                if (act.day() != day) {
                    continue;
                }
                if (act == own.getFirst()) {
                    state = new State(Objects.requireNonNull(act.name()), act.parent());
                } else if (act.ends()) {
                    state = null;
                } else if (state != null) {
                    state = act.name() != null
                            ? new State(act.name(), state.parent())
                            : new State(state.name(), act.parent());
                }
            }
            if (state != null) {
                states.put(day, state);
            }
        }
        return states;
    }

    private boolean consistent() {
        Map<OrganisationId, Map<Integer, State>> all = new LinkedHashMap<>();
        acts.keySet().forEach(id -> all.put(id, states(id)));
        return acts.values().stream().allMatch(OrganisationTreeTests::oneThingADayWithinItsLife)
                && acts.keySet().stream().allMatch(id -> succeeded(id, all))
                && all.keySet().stream()
                        .allMatch(id -> Objects.requireNonNull(all.get(id)).keySet().stream()
                                .allMatch(day -> !path(id, day, all).isEmpty()));
    }

    private static boolean oneThingADayWithinItsLife(List<Act> own) {
        int founded = own.getFirst().day();
        List<Act> ends = own.stream().filter(Act::ends).toList();
        int end = ends.isEmpty() ? Integer.MAX_VALUE : ends.getFirst().day();
        Set<String> decided = new HashSet<>();
        return ends.size() <= 1
                && end > founded
                && own.stream().skip(1).allMatch(act -> act.ends() || (act.day() > founded && act.day() < end))
                && own.stream()
                        .filter(act -> !act.ends())
                        .skip(1)
                        .allMatch(act -> decided.add((act.name() == null ? "parent " : "name ") + act.day()));
    }

    private boolean succeeded(OrganisationId id, Map<OrganisationId, Map<Integer, State>> all) {
        return Objects.requireNonNull(acts.get(id)).stream()
                .filter(act -> act.into() != null)
                .allMatch(act -> !Objects.equals(act.into(), id)
                        && Objects.requireNonNull(all.get(act.into())).containsKey(act.day()));
    }

    /** Empty when the body hangs from nothing, from itself, or too deep. */
    private static String path(OrganisationId id, int day, Map<OrganisationId, Map<Integer, State>> all) {
        String path = "/";
        int steps = 0;
        for (OrganisationId step = id; step != null; steps++) {
            State state = all.getOrDefault(step, Map.of()).get(day);
            if (state == null || steps == Lineage.DEPTH_MAX) {
                return "";
            }
            path = "/" + step + path;
            step = state.parent();
        }
        return path;
    }

    private void assertSameOnEveryDay() {
        Map<OrganisationId, Map<Integer, State>> all = new LinkedHashMap<>();
        acts.keySet().forEach(id -> all.put(id, states(id)));
        for (OrganisationId id : acts.keySet()) {
            for (int day = 0; day < 2 * DAYS; day++) {
                Organisation found = organisations.find(id, START.plusDays(day)).orElseThrow();
                State expected = Objects.requireNonNull(all.get(id)).get(day);
                assertThat(found.status() == OrganisationStatus.ACTIVE).isEqualTo(expected != null);
                if (expected != null) {
                    assertThat(new State(found.name(), found.parent())).isEqualTo(expected);
                    assertThat(found.path()).as("day %d", day).isEqualTo(path(id, day, all));
                }
            }
        }
    }
}
