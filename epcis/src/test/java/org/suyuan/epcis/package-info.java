@NullMarked
package org.suyuan.epcis;

import org.jspecify.annotations.NullMarked;
