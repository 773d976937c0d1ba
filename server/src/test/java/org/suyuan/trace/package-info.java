@NullMarked
package org.suyuan.trace;

import org.jspecify.annotations.NullMarked;
