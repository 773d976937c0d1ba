/**
 * The part of Suyuan that outsiders use without our server: GS1 identifiers ({@code gs1}), trace units ({@code unit}), the
 * EPCIS 2.0 model and its codecs, and the CBV event hash. It knows no Spring.
 */
@NullMarked
package org.suyuan.epcis;

import org.jspecify.annotations.NullMarked;
