/** Files over HTTP: {@code /api/files}. */
@NullMarked
package org.suyuan.files.web;

import org.jspecify.annotations.NullMarked;
