/** What the module does by itself: telling rungs when their time has come. */
@NullMarked
package org.suyuan.deadlines.job;

import org.jspecify.annotations.NullMarked;
