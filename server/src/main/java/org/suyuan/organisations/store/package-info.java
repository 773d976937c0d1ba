/** Where decisions are kept and periods derived. */
@NullMarked
package org.suyuan.organisations.store;

import org.jspecify.annotations.NullMarked;
