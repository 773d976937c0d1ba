/**
 * Strict, streaming JSON-LD for EPCIS 2.0 (§10 of the standard): {@link org.suyuan.epcis.json.EpcisJsonReader} and
 * {@link org.suyuan.epcis.json.EpcisJsonWriter}.
 *
 * <p>A document is read one event at a time within named limits. A bad event is reported with every finding (path,
 * value, rule) and reading goes on, so that a sender learns of all mistakes at once; only a document that is no JSON
 * ends early. Contexts given by reference are kept and never fetched.
 */
@NullMarked
package org.suyuan.epcis.json;

import org.jspecify.annotations.NullMarked;
