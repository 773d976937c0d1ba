/** {@code /api/trace}: graphs and timelines with names beside codes. */
@NullMarked
package org.suyuan.trace.web;

import org.jspecify.annotations.NullMarked;
