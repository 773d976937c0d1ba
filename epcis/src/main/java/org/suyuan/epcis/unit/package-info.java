/**
 * Trace units: what can be traced, each with one canonical URI, and {@link org.suyuan.epcis.unit.UnitSyntax}, which reads whatever a
 * person pastes, scans or types. Pure Java.
 */
@NullMarked
package org.suyuan.epcis.unit;

import org.jspecify.annotations.NullMarked;
