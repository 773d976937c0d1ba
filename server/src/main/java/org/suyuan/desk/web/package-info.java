/** {@code /api/desk}. */
@NullMarked
package org.suyuan.desk.web;

import org.jspecify.annotations.NullMarked;
