package org.suyuan.codes;

/** The platform must not start or issue codes with these key files; the message says which file and what to do. */
public final class CodeKeysUnusable extends RuntimeException {
    CodeKeysUnusable(String message) {
        super(message);
    }
}
