package org.suyuan.codes;

import java.util.List;
import java.util.Optional;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.access.Scope;

/** The issued batches and the counters they were taken from. */
public interface Batches {
    /** Takes the next positions of the series and records the batch, in one transaction: no gap, no overlap. */
    IssueResult issue(IssueOrder order);

    /** Empty also for a batch outside the scope. */
    Optional<CodeBatch> find(Scope scope, BatchId id);

    /** Newest first. */
    Page<CodeBatch> list(Scope scope, BatchFilter filter, PageRequest page);

    /** Batches of a lot, or of a series class, the latest first. */
    List<CodeBatch> about(Scope scope, String lot, String seriesClass, int limit);

    /** The batch that a position was issued in. */
    Optional<CodeBatch> at(SeriesKey series, long position);

    /** How far each series has been issued. */
    List<Counter> counters();

    /** @param issued positions below it exist */
    record Counter(SeriesKey series, CodeKind kind, ProductId product, long issued) {}
}
