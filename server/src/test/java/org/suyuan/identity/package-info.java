@NullMarked
package org.suyuan.identity;

import org.jspecify.annotations.NullMarked;
