/**
 * GS1 identifiers in every spelling of the standards: check digits, Application Identifiers, element strings (GS1 General
 * Specifications), Digital Link URIs (GS1 Digital Link: URI Syntax 1.6) and EPC URNs (Tag Data Standard 2.x §6). Pure Java.
 *
 * <p>Text is untrusted here: everything that parses throws {@link org.suyuan.epcis.gs1.Gs1SyntaxException} with a stable
 * {@link org.suyuan.epcis.gs1.Rule} and the position of the fault, never anything else. A caller who wants a sealed answer
 * instead takes {@code org.suyuan.epcis.unit.UnitSyntax}.
 */
@NullMarked
package org.suyuan.epcis.gs1;

import org.jspecify.annotations.NullMarked;
