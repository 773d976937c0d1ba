/** What tests of every module share: a real PostgreSQL, and the whole platform on it. */
@NullMarked
package org.suyuan.testing;

import org.jspecify.annotations.NullMarked;
