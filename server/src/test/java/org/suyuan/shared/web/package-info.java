@NullMarked
package org.suyuan.shared.web;

import org.jspecify.annotations.NullMarked;
