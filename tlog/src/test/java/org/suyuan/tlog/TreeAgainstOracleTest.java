package org.suyuan.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suyuan.tlog.ProofCheck.Refuted;
import org.suyuan.tlog.ProofCheck.Verified;

/** The tree, its proofs and the verifier against the definitions. A seed in a test's name replays it. */
class TreeAgainstOracleTest {

    private static final int WORLDS = 150;
    private static final int WORLD_ENTRIES_MAX = 700;
    private static final int SMALL_TREE_MAX = 40;

    @Test
    void every_leaf_of_every_small_tree_has_the_proof_that_the_rfc_defines() {
        Log log = Log.of(entries(new Random(6962), SMALL_TREE_MAX));
        for (int size = 1; size <= SMALL_TREE_MAX; size++) {
            List<byte[]> entries = log.entries().subList(0, size);
            TreeView tree = log.at(size);
            assertThat(tree.head().root()).isEqualTo(Rfc6962Oracle.mth(entries));
            for (int leaf = 0; leaf < size; leaf++) {
                InclusionProof proof = tree.inclusionProof(leaf);
                assertThat(proof.path()).isEqualTo(Rfc6962Oracle.path(leaf, entries));
                assertThat(ProofVerifier.verify(proof, log.leaf(leaf), tree.head()))
                        .isEqualTo(new Verified());
            }
        }
    }

    @Test
    void every_pair_of_small_trees_has_the_proof_that_the_rfc_defines() {
        Log log = Log.of(entries(new Random(9162), SMALL_TREE_MAX));
        for (int later = 1; later <= SMALL_TREE_MAX; later++) {
            for (int earlier = 1; earlier <= later; earlier++) {
                ConsistencyProof proof = log.at(later).consistencyProof(earlier);
                assertThat(proof.path())
                        .isEqualTo(Rfc6962Oracle.proof(earlier, log.entries().subList(0, later)));
                assertThat(ProofVerifier.verify(
                                proof, log.at(earlier).head(), log.at(later).head()))
                        .isEqualTo(new Verified());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_log_that_grows_by_batches_agrees_with_the_definitions_at_every_size(long seed) {
        Random random = new Random(seed);
        Log log = Log.of(entries(random, 1 + random.nextInt(WORLD_ENTRIES_MAX)));
        int later = 1 + random.nextInt(log.entries().size());
        int earlier = 1 + random.nextInt(later);
        int leaf = random.nextInt(later);
        List<byte[]> entries = log.entries().subList(0, later);

        assertThat(appendedInBatches(log.entries(), random)).isEqualTo(log.whole());
        assertThat(log.at(later).head().root()).isEqualTo(Rfc6962Oracle.mth(entries));
        assertThat(log.at(later).inclusionProof(leaf).path()).isEqualTo(Rfc6962Oracle.path(leaf, entries));
        assertThat(log.at(later).consistencyProof(earlier).path()).isEqualTo(Rfc6962Oracle.proof(earlier, entries));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_proof_changed_in_any_one_place_is_refuted(long seed) {
        Random random = new Random(seed);
        Log log = Log.of(entries(random, 2 + random.nextInt(WORLD_ENTRIES_MAX)));
        int size = log.entries().size();
        TreeView tree = log.at(size);

        int leaf = random.nextInt(size);
        InclusionProof inclusion = tree.inclusionProof(leaf);
        assertRefuted(ProofVerifier.verify(inclusion, flipped(log.leaf(leaf), random), tree.head()));
        assertRefuted(ProofVerifier.verify(inclusion, log.leaf(leaf), flipped(tree.head(), random)));
        for (List<Hash> path : spoilt(inclusion.path(), random)) {
            assertRefuted(ProofVerifier.verify(new InclusionProof(leaf, path), log.leaf(leaf), tree.head()));
        }
        int otherLeaf = (leaf + 1 + random.nextInt(size - 1)) % size;
        assertRefuted(
                ProofVerifier.verify(new InclusionProof(otherLeaf, inclusion.path()), log.leaf(leaf), tree.head()));

        int earlier = 1 + random.nextInt(size - 1);
        TreeHead earlierHead = log.at(earlier).head();
        ConsistencyProof consistency = tree.consistencyProof(earlier);
        assertRefuted(ProofVerifier.verify(consistency, flipped(earlierHead, random), tree.head()));
        assertRefuted(ProofVerifier.verify(consistency, earlierHead, flipped(tree.head(), random)));
        for (List<Hash> path : spoilt(consistency.path(), random)) {
            assertRefuted(ProofVerifier.verify(new ConsistencyProof(path), earlierHead, tree.head()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_entry_changed_afterwards_cannot_be_hidden(long seed) {
        Random random = new Random(seed);
        List<byte[]> honest = entries(random, 2 + random.nextInt(WORLD_ENTRIES_MAX));
        int earlier = 1 + random.nextInt(honest.size() - 1);
        List<byte[]> rewritten = new ArrayList<>(honest);
        rewritten.set(random.nextInt(earlier), "改过的记录".getBytes(UTF_8));

        Log before = Log.of(honest);
        Log after = Log.of(rewritten);

        assertRefuted(ProofVerifier.verify(
                after.at(honest.size()).consistencyProof(earlier),
                before.at(earlier).head(),
                after.at(honest.size()).head()));
    }

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, WORLDS).mapToObj(Long::valueOf);
    }

    private static CompactRange appendedInBatches(List<byte[]> entries, Random random) {
        CompactRange range = CompactRange.EMPTY;
        for (int from = 0; from < entries.size(); ) {
            int to = Math.min(entries.size(), from + random.nextInt(50));
            range = range.append(
                    entries.subList(from, to).stream().map(Hash::ofLeaf).toList(), (id, hash) -> {});
            from = to;
        }
        return range;
    }

    private static List<byte[]> entries(Random random, int count) {
        return Stream.generate(() -> {
                    byte[] entry = new byte[random.nextInt(40)];
                    random.nextBytes(entry);
                    return entry;
                })
                .limit(count)
                .toList();
    }

    /** The path with one bit changed, one hash more at either end, and one hash less at either end. */
    private static List<List<Hash>> spoilt(List<Hash> path, Random random) {
        List<List<Hash>> spoilt = new ArrayList<>();
        Hash stray = new Hash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        spoilt.add(Stream.concat(path.stream(), Stream.of(stray)).toList());
        spoilt.add(Stream.concat(Stream.of(stray), path.stream()).toList());
        if (!path.isEmpty()) {
            spoilt.add(path.subList(1, path.size()));
            spoilt.add(path.subList(0, path.size() - 1));
            List<Hash> changed = new ArrayList<>(path);
            int place = random.nextInt(path.size());
            changed.set(place, flipped(path.get(place), random));
            spoilt.add(changed);
        }
        return spoilt;
    }

    private static TreeHead flipped(TreeHead head, Random random) {
        return new TreeHead(head.size(), flipped(head.root(), random));
    }

    private static Hash flipped(Hash hash, Random random) {
        byte[] bytes = hash.toBytes();
        bytes[random.nextInt(Hash.BYTES)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return Hash.of(bytes);
    }

    private static void assertRefuted(ProofCheck check) {
        assertThat(check).isInstanceOf(Refuted.class);
    }

    /** A log with all its entries and nodes at hand. */
    private record Log(List<byte[]> entries, MemoryNodes nodes, CompactRange whole) {

        static Log of(List<byte[]> entries) {
            MemoryNodes nodes = new MemoryNodes();
            List<Hash> leaves = entries.stream().map(Hash::ofLeaf).toList();
            return new Log(entries, nodes, CompactRange.EMPTY.append(leaves, nodes));
        }

        TreeView at(int size) {
            return new TreeView(nodes, size);
        }

        Hash leaf(int index) {
            return Hash.ofLeaf(entries.get(index));
        }
    }
}
