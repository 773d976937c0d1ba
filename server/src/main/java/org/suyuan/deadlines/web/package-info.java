/** The module over HTTP: {@code /api/deadlines}. */
@NullMarked
package org.suyuan.deadlines.web;

import org.jspecify.annotations.NullMarked;
