package org.suyuan.shared.web;

/** The state of a resource as its {@code ETag} says it: a number that grows with every change. */
public record Revision(long number) {
    /** The header value, for example {@code "7"} with its quotes (RFC 9110 §8.8.3). */
    public String etag() {
        return "\"" + number + "\"";
    }
}
