/**
 * The Merkle tree of RFC 6962 §2.1 and its proofs: what lets anyone check, offline and without trusting the
 * operator, that a trace record or an official decision is in the log and that nothing in the log was changed
 * afterwards (R2.31, R2.33).
 *
 * <p>Pure Java, no dependency but the JDK: a journalist, a court or another platform can put this jar beside a
 * proof and judge it. {@link org.suyuan.tlog.CompactRange} appends, {@link org.suyuan.tlog.TreeView} proves, {@link
 * org.suyuan.tlog.ProofVerifier} judges. Where nodes are kept is the caller's affair ({@link
 * org.suyuan.tlog.NodeSink}, {@link org.suyuan.tlog.NodeSource}).
 */
@NullMarked
package org.suyuan.tlog;

import org.jspecify.annotations.NullMarked;
