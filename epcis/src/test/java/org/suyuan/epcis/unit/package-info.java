@NullMarked
package org.suyuan.epcis.unit;

import org.jspecify.annotations.NullMarked;
