package org.suyuan.codes;

import java.time.LocalDate;

/** The thresholds with their validity dates. */
public interface VerificationRules {
    /** Those in force on a day; answered from memory, at most a minute old. */
    Thresholds on(LocalDate day);
}
