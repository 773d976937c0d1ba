package org.suyuan.identity;

/** A person, an organisation or an operator as others refer to it. */
record NamedId(String id, String name) {}
