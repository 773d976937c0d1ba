/** Codes in PostgreSQL. */
@NullMarked
package org.suyuan.codes.store;

import org.jspecify.annotations.NullMarked;
