/** A small OpenID Connect provider in a process of its own, for tests of logging in through one. */
@NullMarked
package org.suyuan.testing.provider;

import org.jspecify.annotations.NullMarked;
