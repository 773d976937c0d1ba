/**
 * The second wall: PostgreSQL itself cuts what a request sees to its actor's scope, so that a query whose author forgot
 * the first wall shows nothing foreign (design §6). See {@code docs/design/access-wall.md}.
 */
@NullMarked
@NamedInterface("wall")
package org.suyuan.shared.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
