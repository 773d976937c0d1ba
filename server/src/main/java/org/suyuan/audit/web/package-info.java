/** {@code /api/audit}, and what records the reads of all other controllers. */
@NullMarked
package org.suyuan.audit.web;

import org.jspecify.annotations.NullMarked;
