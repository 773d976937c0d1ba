@NullMarked
package org.suyuan.portal.web;

import org.jspecify.annotations.NullMarked;
