/** HTTP face of the registry at {@code /api/registry}. */
@NullMarked
package org.suyuan.registry.web;

import org.jspecify.annotations.NullMarked;
