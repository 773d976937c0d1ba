/** Runs and facts in PostgreSQL. */
@NullMarked
package org.suyuan.trace.store;

import org.jspecify.annotations.NullMarked;
