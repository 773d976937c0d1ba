@NullMarked
package org.suyuan.portal;

import org.jspecify.annotations.NullMarked;
