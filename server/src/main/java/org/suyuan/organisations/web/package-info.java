/** {@code /api/organisations}: the directory of bodies and the decisions about them. */
@NullMarked
package org.suyuan.organisations.web;

import org.jspecify.annotations.NullMarked;
