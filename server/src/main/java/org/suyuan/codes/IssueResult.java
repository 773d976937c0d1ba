package org.suyuan.codes;

/** What became of an order. */
public sealed interface IssueResult {
    record Issued(CodeBatch batch) implements IssueResult {}

    /** @param left codes that the series can still issue */
    record SeriesFull(SeriesKey series, long left) implements IssueResult {}
}
