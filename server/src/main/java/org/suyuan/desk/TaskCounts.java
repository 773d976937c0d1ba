package org.suyuan.desk;

/**
 * How many tasks each group of an inbox has.
 *
 * @param truncated only the first {@link TaskStore#COUNTED_MAX} by deadline were counted
 */
public record TaskCounts(long overdue, long today, long week, long later, boolean truncated) {}
