package org.suyuan.registry;

/** Whether an operator or a site is at work. */
public enum RegistrationStatus {
    /** 在营. */
    ACTIVE,
    /** 停业: for a time, by decision or by itself. */
    SUSPENDED,
    /** 注销: for good; kept, since history refers to it. */
    CLOSED
}
