/**
 * The event hash ID of CBV 2.0 §8.9: one name for an event that every party can compute from what the event says,
 * whatever syntax, spelling or order it came in. It is how the same event, captured twice, is known to be one.
 */
@NullMarked
package org.suyuan.epcis.hash;

import org.jspecify.annotations.NullMarked;
