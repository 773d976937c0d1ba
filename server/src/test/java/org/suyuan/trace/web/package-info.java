@NullMarked
package org.suyuan.trace.web;

import org.jspecify.annotations.NullMarked;
