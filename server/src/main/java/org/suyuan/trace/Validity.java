package org.suyuan.trace;

import java.util.List;

/** From when until when units matter to a trace. */
interface Validity {
    /** The pieces of the units that matter at all, each with its window. */
    List<Piece> of(Series series, IntervalSet units);

    record Piece(IntervalSet units, Window window) {}

    static Validity always(Moment end) {
        return (_, units) -> List.of(new Piece(units, new Window(Moment.START, end)));
    }
}
