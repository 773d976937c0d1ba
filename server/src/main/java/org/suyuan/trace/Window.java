package org.suyuan.trace;

/** A span of the order of events, {@code [from, to)}; empty if {@code to} is not after {@code from}. */
public record Window(Moment from, Moment to) {
    public static Window instant(Moment moment) {
        return new Window(moment, moment.justAfter());
    }

    public boolean isEmpty() {
        return !from.isBefore(to);
    }

    public boolean contains(Moment moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    public Window intersect(Window other) {
        return new Window(Moment.later(from, other.from), Moment.earlier(to, other.to));
    }
}
