/** Codes over HTTP: {@code /api/codes}. */
@NullMarked
package org.suyuan.codes.web;

import org.jspecify.annotations.NullMarked;
