package org.suyuan.trace;

import org.junit.jupiter.api.Test;

/** The pure core against the oracle, in memory. */
class TraceInMemoryTest {
    private static final int UNITS_A_WORLD = 5;

    @Test
    void every_answer_is_that_of_one_row_an_item() {
        for (long seed : RandomWorlds.seeds(300)) {
            MemoryTraceStore store = new MemoryTraceStore();
            store.append(RandomWorlds.statements(seed, 0));
            RandomWorlds.check(seed, 0, store, UNITS_A_WORLD);
        }
    }
}
