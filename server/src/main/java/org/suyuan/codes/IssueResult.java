package org.suyuan.codes;

/** What became of an order. */
public sealed interface IssueResult {
    record Issued(CodeBatch batch) implements IssueResult {}

    /** The same request was carried out before; nothing was issued now. */
    record IssuedBefore(CodeBatch batch) implements IssueResult {}

    /** The request key was used before, for something else. */
    record RequestKeyTaken(CodeBatch batch) implements IssueResult {}

    /** @param left codes that the series can still issue */
    record SeriesFull(SeriesKey series, long left) implements IssueResult {}
}
