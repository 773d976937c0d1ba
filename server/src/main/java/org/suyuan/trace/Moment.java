package org.suyuan.trace;

import java.time.Instant;

/**
 * A point in the order of events: event time, and among events of the same time the order of capture. Between any two
 * events there is room for a point, so that a span can end just after one event without ending at the next.
 *
 * @param order twice the event's number, or one more for the point just after it
 */
public record Moment(Instant time, long order) implements Comparable<Moment> {
    public static final Moment START = new Moment(Instant.MIN, Long.MIN_VALUE);

    public static Moment of(Instant time, long seq) {
        return new Moment(time, 2 * seq);
    }

    /** Just after every event of the time: the exclusive end of a trace "up to and including" it. */
    public static Moment endOf(Instant time) {
        return new Moment(time, Long.MAX_VALUE);
    }

    /** The event's number. */
    public long seq() {
        return order >> 1;
    }

    /** The point just after this event. */
    public Moment justAfter() {
        return new Moment(time, order + 1);
    }

    public boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }

    public static Moment earlier(Moment a, Moment b) {
        return b.isBefore(a) ? b : a;
    }

    public static Moment later(Moment a, Moment b) {
        return a.isBefore(b) ? b : a;
    }

    @Override
    public int compareTo(Moment other) {
        int byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
