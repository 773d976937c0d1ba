package org.suyuan.epcis.event;

/** A named value outside the standard, kept whole (EPCIS 2.0 §6.2 extension points, §7.3.8 ILMD). */
public record Extension(ExtensionName name, ExtensionValue value) {}
