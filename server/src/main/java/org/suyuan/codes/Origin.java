package org.suyuan.codes;

import org.suyuan.shared.ProductId;

/** Where a unit's code comes from, found from the code and the counters in memory alone. */
sealed interface Origin {
    /** Issued here. */
    record Issued(SeriesKey series, long position, ProductId product) implements Origin {}

    /** Made to look like a code of ours that we did not issue. */
    record NeverIssued(String seriesClass, Verdict.NotIssuedHere.Reason reason) implements Origin {}

    /** Not a code of this platform's making. */
    record Foreign(Verdict.Recorded.Of what) implements Origin {}
}
