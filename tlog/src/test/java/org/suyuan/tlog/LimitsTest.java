package org.suyuan.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.suyuan.tlog.ProofCheck.Reason;
import org.suyuan.tlog.ProofCheck.Refuted;
import org.suyuan.tlog.ProofCheck.Verified;

class LimitsTest {

    private static final Hash SOME = Hash.ofLeaf(new byte[0]);

    @Test
    void the_longest_entry_is_taken_and_one_byte_more_is_refused() {
        assertThat(Hash.ofLeaf(new byte[Limits.ENTRY_BYTES_MAX])).isNotEqualTo(SOME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hash.ofLeaf(new byte[Limits.ENTRY_BYTES_MAX + 1]))
                .withMessage("entry: 65536 bytes (expected: <= 65535)");
    }

    @Test
    void a_hash_of_any_other_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hash.of(new byte[31]))
                .withMessage("hash: 31 bytes (expected: 32)");
        assertThat(Hash.ofHex(SOME.toString())).isEqualTo(SOME);
        assertThat(Hash.of(SOME.toBytes())).isEqualTo(SOME);
    }

    @Test
    void the_largest_tree_can_be_reached_and_not_exceeded() {
        long lastFreeIndex = Limits.TREE_SIZE_MAX - 1;
        CompactRange almostFull = new CompactRange(lastFreeIndex, Collections.nCopies(62, SOME));

        CompactRange full = almostFull.append(List.of(SOME), (id, hash) -> {});

        assertThat(full.peaks()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> full.append(List.of(SOME), (id, hash) -> {}));
    }

    @Test
    void the_largest_tree_can_be_proven() {
        // A tree in which every leaf is the same has one hash for each level, whatever the index.
        NodeSource sameLeaves = id -> {
            Hash hash = SOME;
            for (int level = 0; level < id.level(); level++) {
                hash = Hash.ofNode(hash, hash);
            }
            return hash;
        };
        TreeView largest = new TreeView(sameLeaves, Limits.TREE_SIZE_MAX);
        TreeView oneLess = new TreeView(sameLeaves, Limits.TREE_SIZE_MAX - 1);

        InclusionProof inclusion = largest.inclusionProof(Limits.TREE_SIZE_MAX - 1);
        ConsistencyProof consistency = largest.consistencyProof(Limits.TREE_SIZE_MAX - 1);

        assertThat(inclusion.path()).hasSize(62);
        assertThat(ProofVerifier.verify(inclusion, SOME, largest.head())).isEqualTo(new Verified());
        assertThat(ProofVerifier.verify(consistency, oneLess.head(), largest.head()))
                .isEqualTo(new Verified());
    }

    @Test
    void a_proof_of_impossible_size_is_refuted_with_the_figures() {
        TreeHead sevenLeaves = new TreeHead(7, SOME);
        assertThat(ProofVerifier.verify(new InclusionProof(0, List.of()), SOME, new TreeHead(Long.MIN_VALUE, SOME)))
                .isInstanceOfSatisfying(
                        Refuted.class, refuted -> assertThat(refuted.reason()).isEqualTo(Reason.SIZE_OUT_OF_RANGE));
        assertThat(ProofVerifier.verify(new InclusionProof(7, List.of()), SOME, sevenLeaves))
                .isEqualTo(new Refuted(Reason.LEAF_OUTSIDE_TREE, "leaf index: 7 (expected: 0..6)"));
        assertThat(ProofVerifier.verify(new InclusionProof(3, List.of()), SOME, sevenLeaves))
                .isEqualTo(new Refuted(Reason.PATH_LENGTH, "path length: 0 (expected: 3)"));
        assertThat(ProofVerifier.verify(new ConsistencyProof(List.of()), new TreeHead(0, Hash.EMPTY_TREE), sevenLeaves))
                .isEqualTo(new Refuted(Reason.EARLIER_TREE_EMPTY, "earlier size: 0 (expected: 1..7)"));
    }

    @Test
    void nothing_is_proven_about_leaves_that_are_not_there() {
        TreeView empty = new TreeView(new MemoryNodes(), 0);
        assertThat(empty.head()).isEqualTo(new TreeHead(0, Hash.EMPTY_TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> empty.inclusionProof(0));
        assertThatIllegalArgumentException().isThrownBy(() -> empty.consistencyProof(0));
        assertThatThrownBy(() -> new TreeView(new MemoryNodes(), 1).head()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_range_must_have_one_peak_for_each_bit_of_its_size() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompactRange(6, List.of(SOME)))
                .withMessage("peaks: 1 (expected: 2, the bits set in size 6)");
    }

    @Test
    void a_range_is_found_again_from_its_nodes_after_a_restart() {
        MemoryNodes nodes = new MemoryNodes();
        CompactRange range = CompactRange.EMPTY.append(Collections.nCopies(21, SOME), nodes);

        assertThat(new TreeView(nodes, 21).range()).isEqualTo(range);
    }

    @Test
    void nodes_in_memory_are_written_once_and_in_order() {
        MemoryNodes nodes = new MemoryNodes();
        nodes.put(new NodeId(0, 0), SOME);
        assertThatIllegalArgumentException().isThrownBy(() -> nodes.put(new NodeId(0, 0), SOME));
        assertThatIllegalArgumentException().isThrownBy(() -> nodes.put(new NodeId(0, 2), SOME));
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(62, 1));
    }
}
