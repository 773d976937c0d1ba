package org.suyuan.trace;

/** One event names some of the units that were asked for; the part holds only those. */
public record Touch(Fact fact, Part part) {
    Moment moment() {
        return fact.moment();
    }
}
