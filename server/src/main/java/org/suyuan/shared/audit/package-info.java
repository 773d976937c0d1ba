/** What the audit trail takes: decisions and reads of protected data (R3.86). Module {@code audit} keeps it. */
@NullMarked
@NamedInterface("audit")
package org.suyuan.shared.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
