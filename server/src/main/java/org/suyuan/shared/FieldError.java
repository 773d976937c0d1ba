package org.suyuan.shared;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one field of an input.
 *
 * @param pointer JSON pointer or parameter name
 * @param value what was given, shortened by the renderer; null when it was absent
 * @param rule stable name of the rule that failed, for example {@code check-digit}
 * @param message for people
 */
public record FieldError(String pointer, @Nullable String value, String rule, String message) {}
