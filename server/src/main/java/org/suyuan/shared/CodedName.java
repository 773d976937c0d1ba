package org.suyuan.shared;

/** A code of some list with its name in the reader's language, as the API shows regions and code values. */
public record CodedName(String code, String name) {}
