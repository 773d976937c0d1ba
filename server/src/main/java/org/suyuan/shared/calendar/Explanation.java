package org.suyuan.shared.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.ExplainedDay.Standing;
import org.suyuan.shared.calendar.YearTable.DeclaredDay;
import org.suyuan.shared.calendar.YearTable.Kind;

/** Walks the days of a limit and says of each what it did. People read it, so a walk is fast enough. */
final class Explanation {
    private final Deadline deadline;
    private final WorkingCalendar calendar;
    /** The day not counted: see {@link Counting#dayNotCounted}. */
    private final LocalDate first;

    private int counted;
    private Duration elapsed = Duration.ZERO;

    private Explanation(Deadline deadline) {
        this.deadline = deadline;
        this.calendar = deadline.calendar();
        this.first = Counting.dayNotCounted(deadline.suspensions(), Counting.date(deadline.start()));
    }

    static List<ExplainedDay> of(Deadline deadline, LocalDate today, int limit) {
        Explanation explanation = new Explanation(deadline);
        LocalDate last = deadline.due() == null ? today : deadline.due().day();
        List<ExplainedDay> days = new ArrayList<>();
        LocalDate day = Counting.date(deadline.start());
        while (!day.isAfter(last) && days.size() < limit) {
            days.add(
                    deadline.budget() instanceof Budget.Hours(int hours)
                            ? explanation.hoursOf(day, hours)
                            : explanation.dayOf(day));
            day = day.plusDays(1);
        }
        return days;
    }

    private ExplainedDay dayOf(LocalDate day) {
        Suspension suspension = suspensionOn(day);
        Standing standing;
        if (suspension != null) {
            standing = Standing.SUSPENDED;
        } else if (!day.isAfter(first)) {
            standing = Standing.START;
        } else if (counted == deadline.budget().amount()) {
            standing = Standing.EXTENDED;
        } else if (deadline.budget() instanceof Budget.WorkingDays && !calendar.works(day)) {
            standing = calendar.declared(day).isPresent() ? Standing.HOLIDAY : Standing.WEEKEND;
        } else {
            counted++;
            standing = isMadeUp(day) ? Standing.MADE_UP : Standing.COUNTED;
        }
        return explained(day, standing, null, suspension, !calendar.settled(day));
    }

    private @Nullable Suspension suspensionOn(LocalDate day) {
        return day.isAfter(first) ? Counting.suspensionOn(deadline.suspensions(), first, day) : beforeStart(day);
    }

    /** The limit began while it was suspended: the days up to the end of that are told with its reason. */
    private @Nullable Suspension beforeStart(LocalDate day) {
        if (day.equals(first)) {
            return null;
        }
        return deadline.suspensions().stream()
                .filter(suspension -> !Counting.date(suspension.from()).isAfter(day))
                .filter(suspension -> Optional.ofNullable(suspension.to())
                        .map(to -> Counting.date(to).isAfter(day))
                        .orElse(true))
                .findFirst()
                .orElse(null);
    }

    private boolean isMadeUp(LocalDate day) {
        return calendar.declared(day).filter(said -> said.kind() == Kind.WORK).isPresent();
    }

    private ExplainedDay hoursOf(LocalDate day, int hours) {
        Instant from =
                later(deadline.start(), day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
        Instant to = day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        Duration running = Duration.ZERO;
        Suspension seen = null;
        Instant at = from;
        for (Suspension suspension : deadline.suspensions()) {
            Instant begins = suspension.from();
            Instant ends = suspension.to() == null ? Instant.MAX : suspension.to();
            if (!begins.isBefore(to) || !ends.isAfter(at)) {
                continue;
            }
            running = begins.isAfter(at) ? running.plus(Duration.between(at, begins)) : running;
            seen = suspension;
            at = earlier(ends, to);
        }
        running = running.plus(Duration.between(at, to));
        Duration all = Duration.ofHours(hours);
        elapsed = elapsed.plus(running).compareTo(all) > 0 ? all : elapsed.plus(running);
        Standing standing = running.isZero() && seen != null ? Standing.SUSPENDED : Standing.COUNTED;
        return explained(day, standing, elapsed, seen, false);
    }

    private ExplainedDay explained(
            LocalDate day,
            Standing standing,
            @Nullable Duration elapsed,
            @Nullable Suspension suspension,
            boolean provisional) {
        DeclaredDay declared = calendar.declared(day).orElse(null);
        return new ExplainedDay(
                day,
                standing,
                counted,
                elapsed,
                declared == null ? null : declared.name(),
                declared == null ? null : declared.nameEn(),
                suspension,
                deadline.due() != null && deadline.due().day().equals(day),
                provisional);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
