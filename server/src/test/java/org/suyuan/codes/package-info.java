@NullMarked
package org.suyuan.codes;

import org.jspecify.annotations.NullMarked;
