/** SQL of the module: calendars, rules, clocks. */
@NullMarked
package org.suyuan.deadlines.store;

import org.jspecify.annotations.NullMarked;
