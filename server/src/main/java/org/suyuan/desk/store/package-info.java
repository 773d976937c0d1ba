/** Tables of the desk. */
@NullMarked
package org.suyuan.desk.store;

import org.jspecify.annotations.NullMarked;
