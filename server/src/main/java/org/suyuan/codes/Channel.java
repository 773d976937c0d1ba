package org.suyuan.codes;

/** How a check reached the platform: the four channels of R1.4, the network as page and as app. */
public enum Channel {
    WEB,
    APP,
    SMS,
    PHONE,
    /** A price checker or enquiry terminal in a shop. */
    TERMINAL
}
