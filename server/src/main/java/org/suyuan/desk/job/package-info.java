/** What the desk does by itself: sending mail, sweeping what is out of date. */
@NullMarked
package org.suyuan.desk.job;

import org.jspecify.annotations.NullMarked;
