/**
 * The EPCIS 2.0 event model: five event types as immutable records that cannot hold what the standard forbids.
 *
 * <p>The records keep what the sender wrote (spelling of times, vocabulary words and extension names) beside what it
 * means, so that an event can be given back as it came and still be compared by meaning. Nothing here knows a syntax:
 * reading and writing JSON-LD is {@code org.suyuan.epcis.json}, identity by content is {@code org.suyuan.epcis.hash}.
 *
 * <p>Source: GS1 EPCIS 2.0 §7 (event data), CBV 2.0 §7 (vocabularies).
 */
@NullMarked
package org.suyuan.epcis.event;

import org.jspecify.annotations.NullMarked;
