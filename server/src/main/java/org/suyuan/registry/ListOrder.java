package org.suyuan.registry;

/** In which order a list comes. */
public enum ListOrder {
    /** Last registered first. */
    NEWEST,
    /** By Chinese name, as it is spoken; lots by number. */
    NAME
}
