package org.suyuan.tlog;

/** Where proofs read complete nodes from: memory, a table, or tiles. */
@FunctionalInterface
public interface NodeSource {

    /**
     * The hash that was put at this place.
     *
     * @throws java.util.NoSuchElementException if the log never completed that node
     */
    Hash get(NodeId id);
}
