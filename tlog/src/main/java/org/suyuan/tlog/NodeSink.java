package org.suyuan.tlog;

/** Where an appending log writes the nodes it completes. Each node arrives once, children before parents. */
@FunctionalInterface
public interface NodeSink {

    void put(NodeId id, Hash hash);
}
