/** Tests of the registry, on a real PostgreSQL and a real server. */
@NullMarked
package org.suyuan.registry;

import org.jspecify.annotations.NullMarked;
