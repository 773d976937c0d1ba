/** PostgreSQL tables of {@code events}. */
@NullMarked
package org.suyuan.events.store;

import org.jspecify.annotations.NullMarked;
