package org.suyuan.trace;

import java.util.List;

/** Takes new statements, inside the transaction of the caller, in order of capture. */
public interface FactLog {
    void append(List<Statement> statements);
}
