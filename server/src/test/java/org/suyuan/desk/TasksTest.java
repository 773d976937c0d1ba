package org.suyuan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suyuan.deadlines.ClockId;
import org.suyuan.deadlines.ClockSubject;
import org.suyuan.deadlines.Clocks;
import org.suyuan.deadlines.Escalation;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** Tasks by deadline, and whose they are (R0.11, R3.63). */
class TasksTest {
    private static final String HULI = "/35/3502/350206/";
    private static final String JIMEI = "/35/3502/350211/";
    private static final PageRequest PAGE = new PageRequest(100, null, false);
    private static final DeskWorld WORLD = new DeskWorld();

    private final Staff staff = WORLD.staff;
    private final Tasks tasks = WORLD.get(Tasks.class);
    private final Inbox inbox = WORLD.get(Inbox.class);
    private final TaskHandling handling = WORLD.get(TaskHandling.class);
    private final Dispatch dispatch = WORLD.get(Dispatch.class);
    private final Notices notices = WORLD.get(Notices.class);

    private OrganisationId huli = staff.office("湖里区市场监督管理局", HULI, null);
    private OrganisationId jimei = staff.office("集美区市场监督管理局", JIMEI, null);
    private OrganisationId xiamen = staff.office("厦门市市场监督管理局", "/35/3502/", null);
    private Actor lin = handler("林晓", huli);
    private Actor chen = handler("陈默", huli);
    private Actor wu = handler("吴萍", jimei);
    private Actor chief =
            staff.officer("郑科长", huli, Permission.TASKS_DISPATCH, Permission.SIGNALS_ASSESS, Permission.SIGNALS_READ);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noEntries() {
        WORLD.trail.entries.clear();
    }

    @Test
    void a_task_of_an_office_is_taken_by_one_and_handed_back_and_closed_with_the_decision() {
        TaskId id = opened(huli, null);
        assertThat(inboxOf(lin, TaskFilter.Whose.ORGANISATION)).contains(id);
        assertThat(inboxOf(wu, TaskFilter.Whose.ALL)).doesNotContain(id);

        Task taken = handling.take(lin, id, task -> {}).orElseThrow();
        assertThat(taken.state()).isEqualTo(TaskState.TAKEN);
        assertThat(inboxOf(lin, TaskFilter.Whose.ME)).contains(id);
        assertThat(inboxOf(chen, TaskFilter.Whose.ME)).doesNotContain(id);
        refused(DeskProblem.TASK_TAKEN, () -> handling.take(chen, id, task -> {}));
        refused(DeskProblem.TASK_NOT_YOURS, () -> handling.handBack(chen, id, task -> {}, "x"));
        refused(DeskProblem.TASK_CLOSED_BY_DECISION, () -> handling.complete(lin, id, task -> {}, null));

        assertThat(handling.handBack(lin, id, task -> {}, "我要休假")).isPresent();
        assertThat(notices.list(chief, true, PAGE).items())
                .extracting(notice -> notice.told().kind())
                .contains(DeskNotices.HANDED_BACK);
        assertThat(handling.take(chen, id, task -> {})).isPresent();
        Task task = inbox.find(chen, id).orElseThrow();
        tasks.done(task.kind(), task.subject().kind(), task.subject().id(), chen, "确认");
        assertThat(inbox.find(chen, id).orElseThrow().state()).isEqualTo(TaskState.DONE);
        refused(DeskProblem.TASK_CLOSED, () -> handling.take(lin, id, t -> {}));
        assertThat(inbox.steps(chen, id))
                .extracting(TaskStep::what)
                .containsExactly(
                        TaskStep.What.OPENED,
                        TaskStep.What.TAKEN,
                        TaskStep.What.HANDED_BACK,
                        TaskStep.What.TAKEN,
                        TaskStep.What.DONE);
        assertThat(inbox.steps(chen, id).get(2).reason()).isEqualTo("我要休假");
        assertThat(inbox.steps(chen, id).get(2).byCapacity()).isEqualTo("湖里区市场监督管理局 科员");
        assertThat(WORLD.trail.actions())
                .containsExactly("desk.task.taken", "desk.task.handed-back", "desk.task.taken");
    }

    @Test
    void an_event_delivered_twice_makes_one_task() {
        Link subject = WORLD.cases.at(HULI);
        assertThat(tasks.open(task(subject, new Assignee.Office(huli), null))).isPresent();
        assertThat(tasks.open(task(subject, new Assignee.Office(huli), null))).isEmpty();
        tasks.done("codes.signal", subject.kind(), subject.id(), lin, null);
        assertThat(tasks.open(task(subject, new Assignee.Office(huli), null))).isPresent();
    }

    @Test
    void the_inbox_comes_by_deadline_in_four_groups_counted_as_listed() {
        OrganisationId office = staff.office("新设局", HULI, null);
        Actor officer = handler("何敏", office);
        // Tuesday 2026-09-15 09:00; the week ends on Sunday.
        List<TaskId> expected = List.of(
                opened(office, "2026-09-14T10:00:00Z"),
                opened(office, "2026-09-15T15:59:59Z"),
                opened(office, "2026-09-15T16:00:00Z"),
                opened(office, "2026-09-20T15:59:59Z"),
                opened(office, "2026-09-20T16:00:00Z"),
                opened(office, null));
        assertThat(inboxOf(officer, TaskFilter.Whose.ORGANISATION)).containsExactlyElementsOf(expected);
        assertThat(inbox.count(officer, TaskFilter.OPEN)).isEqualTo(new TaskCounts(1, 1, 2, 2, false));
        for (Bucket bucket : Bucket.values()) {
            TaskFilter filter = new TaskFilter(TaskFilter.Whose.ALL, null, bucket, null, null);
            assertThat(inbox.list(officer, filter, PAGE).items())
                    .as(bucket.name())
                    .hasSize(bucket == Bucket.WEEK || bucket == Bucket.LATER ? 2 : 1);
        }
        Page<Task> first = inbox.list(officer, TaskFilter.OPEN, new PageRequest(4, null, true));
        Page<Task> second = inbox.list(officer, TaskFilter.OPEN, new PageRequest(4, first.next(), false));
        assertThat(first.total()).isEqualTo(6);
        assertThat(second.items()).extracting(Task::id).containsExactlyElementsOf(expected.subList(4, 6));
        assertThat(second.next()).isNull();
    }

    @Test
    void on_a_weekend_the_week_is_the_coming_one() {
        Horizon saturday = Horizon.at(
                Instant.parse("2026-09-19T02:00:00Z"), day -> day.getDayOfWeek().getValue() < 6);
        assertThat(saturday.bucket(Instant.parse("2026-09-25T09:00:00Z"))).isEqualTo(Bucket.WEEK);
        assertThat(saturday.bucket(Instant.parse("2026-09-28T09:00:00Z"))).isEqualTo(Bucket.LATER);
        assertThat(saturday.bucket(Instant.parse("2026-09-19T01:59:59Z"))).isEqualTo(Bucket.OVERDUE);
    }

    @Test
    void a_dispatcher_gives_a_task_only_to_those_who_could_open_its_subject() {
        TaskId id = opened(huli, null);
        Task task = inbox.find(chief, id).orElseThrow();
        Actor mayor = staff.officer("市局处长", xiamen, Permission.TASKS_DISPATCH, Permission.SIGNALS_READ);
        assertThat(dispatch.candidates(mayor, task.needs(), task.subject(), "").people())
                .contains(lin, chen)
                .doesNotContain(wu, mayor);
        Task given = handling.assign(chief, id, t -> {}, new Assignee.Post(post(chen)), "他熟悉此案")
                .orElseThrow();
        assertThat(given.owner()).extracting(Task.Owner::name).isEqualTo("陈默");
        assertThat(notices.unread(chen)).isPositive();
        refusedRule("assignee-sight", () -> handling.assign(mayor, id, t -> {}, new Assignee.Post(post(wu)), null));
        refusedRule(
                "assignee-permission", () -> handling.assign(mayor, id, t -> {}, new Assignee.Post(post(mayor)), null));
        refusedRule("assignee-office", () -> handling.assign(mayor, id, t -> {}, new Assignee.Office(jimei), null));
        // Outside his own district somebody is not even there.
        refusedRule("assignee", () -> handling.assign(chief, id, t -> {}, new Assignee.Post(post(wu)), null));
        refused(
                DeskProblem.TASK_NEEDS_DISPATCHER,
                () -> handling.assign(lin, id, t -> {}, new Assignee.Post(post(lin)), null));
        assertThat(handling.assign(wu, id, t -> {}, new Assignee.Office(jimei), null))
                .isEmpty();
    }

    @Test
    void a_task_that_no_body_answers_for_is_seen_by_who_dispatches_there() {
        Link subject = WORLD.cases.at(HULI);
        TaskId id = tasks.open(task(subject, new Assignee.Nobody(), null)).orElseThrow();
        assertThat(inboxOf(chief, TaskFilter.Whose.NOBODY)).contains(id);
        assertThat(inboxOf(lin, TaskFilter.Whose.ALL)).doesNotContain(id);
        refused(DeskProblem.TASK_OF_OTHER_OFFICE, () -> handling.take(chief, id, t -> {}));
        handling.assign(chief, id, t -> {}, new Assignee.Office(huli), null);
        assertThat(handling.take(lin, id, t -> {})).isPresent();
    }

    @Test
    void a_delegate_finds_the_tasks_of_the_post_he_stands_in_for_and_the_history_says_so() {
        Actor delegate = staff.delegate("孙代", lin);
        TaskId id = opened(huli, null);
        handling.take(lin, id, t -> {});
        assertThat(inboxOf(delegate, TaskFilter.Whose.ME)).contains(id);
        assertThat(handling.handBack(delegate, id, t -> {}, "代理交回")).isPresent();
        assertThat(inbox.steps(lin, id).getLast().byCapacity()).contains("代 林晓");
        assertThat(inbox.steps(lin, id).getLast().by()).isEqualTo("孙代");
    }

    @Test
    void an_instruction_of_a_dispatcher_is_done_by_hand() {
        Link subject = WORLD.cases.at(HULI);
        Task made = handling.instruct(
                chief,
                new Instruction(
                        "case",
                        subject.id(),
                        "请到现场查看",
                        new Assignee.Post(post(lin)),
                        DeskWorld.START.plus(Duration.ofDays(2)),
                        Priority.URGENT));
        assertThat(made.state()).isEqualTo(TaskState.TAKEN);
        assertThat(handling.refusals(lin, made).get(TaskHandling.Action.COMPLETE))
                .isEmpty();
        assertThat(handling.refusals(chen, made).get(TaskHandling.Action.COMPLETE))
                .contains(DeskProblem.TASK_NOT_YOURS);
        assertThat(handling.complete(lin, made.id(), t -> {}, "已查看")
                        .orElseThrow()
                        .state())
                .isEqualTo(TaskState.DONE);
        assertThat(WORLD.trail.actions()).containsExactly("desk.task.dispatched", "desk.task.completed");
        assertThatThrownBy(() -> handling.instruct(
                        lin, new Instruction("case", subject.id(), "x", new Assignee.Nobody(), null, Priority.NORMAL)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> handling.instruct(
                        chief,
                        new Instruction(
                                "case", WORLD.cases.at(JIMEI).id(), "x", new Assignee.Nobody(), null, Priority.NORMAL)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("nothing of kind case");
    }

    @Test
    void a_task_follows_its_clock_and_every_step_is_told_to_who_can_do_something_about_it() {
        Clocks clocks = WORLD.get(Clocks.class);
        Escalation escalation = WORLD.get(Escalation.class);
        OrganisationId office = staff.office("同安区市场监督管理局", HULI, null);
        Actor officer = handler("许诺", office);
        Actor head = staff.officer("局长", office, Permission.TASKS_DISPATCH);
        Link subject = WORLD.cases.at(HULI);
        ClockSubject about = new ClockSubject("case", subject.id(), subject.title(), HULI, office, null);
        ClockId limit = clocks.start(chief, "signal-assessment", WORLD.clock.instant(), about);
        Instant end =
                Objects.requireNonNull(clocks.due(limit).orElseThrow().due()).at();
        TaskId id = tasks.open(new NewTask(
                        "codes.signal",
                        List.of(subject.title()),
                        subject,
                        HULI,
                        Permission.SIGNALS_ASSESS,
                        new Assignee.Office(office),
                        new Due(end, false, "平台规则"),
                        limit,
                        Priority.NORMAL,
                        Closing.BY_DECISION))
                .orElseThrow();
        handling.take(officer, id, t -> {});

        clocks.suspend(chief, limit, WORLD.clock.instant(), "等待检验结论", "平台规则");
        assertThat(inbox.find(officer, id).orElseThrow().due()).isNull();
        assertThat(told(officer)).contains(DeskNotices.DUE_SUSPENDED);
        clocks.resume(chief, limit, WORLD.clock.instant(), null);
        Task running = inbox.find(officer, id).orElseThrow();
        assertThat(running.due()).isNotNull();
        assertThat(running.dueWhy()).isEqualTo("平台规则");
        assertThat(inbox.steps(officer, id)).extracting(TaskStep::what).contains(TaskStep.What.DUE_CHANGED);

        assertThat(told(officer)).doesNotContain(DeskNotices.DUE_SOON);
        WORLD.clock.advance(Duration.between(
                WORLD.clock.instant(), Objects.requireNonNull(running.due()).at()));
        escalation.tell();
        assertThat(told(officer)).contains(DeskNotices.DUE_SOON);
        assertThat(told(head)).doesNotContain(DeskNotices.OVERDUE);
        WORLD.clock.advance(Duration.ofDays(14));
        escalation.tell();
        escalation.tell();
        assertThat(told(officer)).containsOnlyOnce(DeskNotices.OVERDUE);
        assertThat(told(head)).containsOnlyOnce(DeskNotices.OVERDUE);
        WORLD.clock.advance(Duration.between(WORLD.clock.instant(), DeskWorld.START));
    }

    private List<String> told(Actor person) {
        return notices.list(person, false, PAGE).items().stream()
                .map(notice -> notice.told().kind())
                .toList();
    }

    @Test
    void who_administers_access_sees_no_task() {
        TaskId id = opened(huli, null);
        Actor administrator = new Actor(
                new ActorId(UUID.randomUUID()), "权限管理员", Set.of(Permission.ACCESS_ADMINISTER), new Scope.Nothing());
        assertThat(inboxOf(administrator, TaskFilter.Whose.ALL)).isEmpty();
        assertThat(inbox.find(administrator, id)).isEmpty();
        assertThat(handling.take(administrator, id, t -> {})).isEmpty();
        assertThat(inbox.count(administrator, TaskFilter.OPEN)).isEqualTo(new TaskCounts(0, 0, 0, 0, false));
    }

    private static PostId post(Actor officer) {
        return Objects.requireNonNull(officer.capacity()).post();
    }

    private Actor handler(String name, OrganisationId office) {
        return staff.officer(name, office, Permission.SIGNALS_ASSESS, Permission.SIGNALS_READ);
    }

    private TaskId opened(OrganisationId office, @Nullable String due) {
        Link subject = WORLD.cases.at(HULI);
        return tasks.open(task(subject, new Assignee.Office(office), due)).orElseThrow();
    }

    private static NewTask task(Link subject, Assignee assignee, @Nullable String due) {
        return new NewTask(
                "codes.signal",
                List.of(subject.title()),
                subject,
                HULI,
                Permission.SIGNALS_ASSESS,
                assignee,
                due == null ? null : new Due(Instant.parse(due), false, "三个工作日"),
                null,
                Priority.NORMAL,
                Closing.BY_DECISION);
    }

    private List<TaskId> inboxOf(Actor actor, TaskFilter.Whose whose) {
        return inbox.list(actor, new TaskFilter(whose, null, null, null, null), PAGE).items().stream()
                .map(Task::id)
                .toList();
    }

    private static void refused(DeskProblem why, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(why));
    }

    private static void refusedRule(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem ->
                                assertThat(problem.errors().getFirst().rule()).isEqualTo(rule));
    }
}
