/** PostgreSQL stores of the registry; each applies the actor's scope to every read and write. */
@NullMarked
package org.suyuan.registry.store;

import org.jspecify.annotations.NullMarked;
