/**
 * Legal time: working days by published tables, limits in working days, natural days or hours, and what suspends them
 * (standards h, R0.5). Pure: no Spring, no SQL, no clock of its own. Module {@code deadlines} keeps the tables and the rules.
 */
@NullMarked
@NamedInterface("calendar")
package org.suyuan.shared.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
