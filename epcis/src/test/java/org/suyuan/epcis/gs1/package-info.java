@NullMarked
package org.suyuan.epcis.gs1;

import org.jspecify.annotations.NullMarked;
