package org.suyuan.epcis.event;

/** How the event relates to the lifecycle of what it names (EPCIS 2.0 §7.3.1.2). */
public enum Action {
    ADD,
    OBSERVE,
    DELETE
}
