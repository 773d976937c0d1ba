package org.suyuan.portal;

import org.suyuan.codes.VerificationAnswer;

/** What somebody who checks a code is told: the verdict with its facts, and the way the thing took. */
public record PublicCheck(VerificationAnswer answer, Journey journey) {}
