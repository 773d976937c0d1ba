package org.suyuan.trace;

/** Units were in a package for a while. */
record Stay(Series series, IntervalSet units, Unit parent, Window window) {}
