package org.suyuan.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All nodes in memory, two for each leaf: for verifying a downloaded log, and for tests of other stores. Not safe for
 * use by several threads.
 */
public final class MemoryNodes implements NodeSink, NodeSource {

    private final List<List<Hash>> levels = new ArrayList<>();

    @Override
    public void put(NodeId id, Hash hash) {
        while (levels.size() <= id.level()) {
            levels.add(new ArrayList<>());
        }
        List<Hash> level = levels.get(id.level());
        if (id.index() != level.size()) {
            throw new IllegalArgumentException(
                    "index: %d (expected: %d, the next at level %d)".formatted(id.index(), level.size(), id.level()));
        }
        level.add(hash);
    }

    @Override
    public Hash get(NodeId id) {
        if (id.level() >= levels.size() || id.index() >= levels.get(id.level()).size()) {
            throw new NoSuchElementException("no node at " + id);
        }
        return levels.get(id.level()).get((int) id.index());
    }
}
