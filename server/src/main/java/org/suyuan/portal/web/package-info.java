/** Pages, their machine-readable forms, and the resolver. */
@NullMarked
package org.suyuan.portal.web;

import org.jspecify.annotations.NullMarked;
