/** The trail's one table. */
@NullMarked
package org.suyuan.audit.store;

import org.jspecify.annotations.NullMarked;
