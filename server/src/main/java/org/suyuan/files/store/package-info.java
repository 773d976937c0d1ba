/** SQL and folders of the files. */
@NullMarked
package org.suyuan.files.store;

import org.jspecify.annotations.NullMarked;
