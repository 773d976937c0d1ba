package org.suyuan.identity;

/** What a person has to do after logging in before he has any right. */
enum Duty {
    /** Somebody else knows his password. */
    CHANGE_PASSWORD,
    /** His role asks for a second factor and he has none. */
    ENROL_TOTP
}
