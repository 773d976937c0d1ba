/** Suyuan 溯源: product quality supervision and traceability. One subpackage per module. */
@NullMarked
package org.suyuan;

import org.jspecify.annotations.NullMarked;
