/** Who acts, what he may do and how far it reaches (design §6). Turned from a login by {@code identity}. */
@NullMarked
@NamedInterface("access")
package org.suyuan.shared.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
