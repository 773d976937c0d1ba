package org.suyuan.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.suyuan.tlog.ProofCheck.Verified;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vectors computed elsewhere: our own (from an independent program, in the field names of transparency-dev) always,
 * and the public corpus wherever it lies beside the project.
 */
class PublicVectorsTest {

    private static final Path CORPUS = Path.of("..", "..", "shared", "corpora", "merkle");
    private static final Path TRANSPARENCY_DEV = CORPUS.resolve("transparency-dev-merkle-testdata");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode own = own();

    @Test
    void our_own_log_has_the_root_that_was_computed_elsewhere_at_every_size() {
        List<byte[]> entries = items(own.get("entries"))
                .map(entry -> entry.asString().getBytes(UTF_8))
                .toList();
        assertRoots(
                entries, items(own.get("roots")).skip(1).map(JsonNode::asString).toList());
    }

    @TestFactory
    Stream<DynamicTest> inclusion_proofs_are_accepted_or_refuted_as_published() {
        return vectors("inclusion", vector -> {
            InclusionProof proof = new InclusionProof(number(vector, "leafIdx"), path(vector));
            TreeHead tree = new TreeHead(number(vector, "treeSize"), hash(vector.get("root")));
            return ProofVerifier.verify(proof, hash(vector.get("leafHash")), tree);
        });
    }

    @TestFactory
    Stream<DynamicTest> consistency_proofs_are_accepted_or_refuted_as_published() {
        return vectors("consistency", vector -> {
            TreeHead earlier = new TreeHead(number(vector, "size1"), hashOrPhrase(vector.get("root1")));
            TreeHead later = new TreeHead(number(vector, "size2"), hashOrPhrase(vector.get("root2")));
            return ProofVerifier.verify(new ConsistencyProof(path(vector)), earlier, later);
        });
    }

    @TestFactory
    Stream<DynamicTest> the_reference_tree_of_rfc_6962_has_the_published_hashes() {
        Path reference = CORPUS.resolve("rfc6962-reference.json");
        return Files.exists(reference)
                ? Stream.of(dynamicTest("rfc6962-reference.json", () -> assertReferenceTree(read(reference))))
                : Stream.empty();
    }

    private static void assertReferenceTree(JsonNode reference) {
        List<byte[]> entries = items(reference.get("leafInputsHex"))
                .map(hex -> HexFormat.of().parseHex(hex.asString()))
                .toList();
        assertThat(Hash.EMPTY_TREE).hasToString(reference.get("emptyRoot").asString());
        assertThat(entries.stream().map(Hash::ofLeaf).map(Hash::toString))
                .containsExactlyElementsOf(items(reference.get("leafHashes"))
                        .map(JsonNode::asString)
                        .toList());
        assertRoots(
                entries,
                items(reference.get("rootsBySize1to8")).map(JsonNode::asString).toList());
        assertThat(Hash.ofLeaf("L123456".getBytes(UTF_8)))
                .hasToString(reference.get("rfc6962_leaf_L123456").asString());
    }

    private static void assertRoots(List<byte[]> entries, List<String> rootsFromSizeOne) {
        CompactRange range = CompactRange.EMPTY;
        for (int i = 0; i < entries.size(); i++) {
            range = range.append(List.of(Hash.ofLeaf(entries.get(i))), (id, hash) -> {});
            assertThat(range.head().root()).hasToString(rootsFromSizeOne.get(i));
        }
    }

    private Stream<DynamicTest> vectors(String kind, Function<JsonNode, ProofCheck> judge) {
        Stream<DynamicTest> ours = items(own.get(kind))
                .map(vector -> dynamicTest(vector.get("desc").asString(), () -> assertVerdict(vector, judge)));
        Stream<DynamicTest> published = jsonFilesBelow(TRANSPARENCY_DEV.resolve(kind)).stream()
                .map(file -> dynamicTest(
                        TRANSPARENCY_DEV.relativize(file).toString(), () -> assertVerdict(read(file), judge)));
        return Stream.concat(ours, published);
    }

    private static void assertVerdict(JsonNode vector, Function<JsonNode, ProofCheck> judge) {
        boolean acceptable = !vector.get("wantErr").asBoolean();
        if (hasTextThatIsNoHash(vector)) {
            assertThat(acceptable)
                    .as("a vector with a text that no hash can hold")
                    .isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> judge.apply(vector));
            return;
        }
        ProofCheck check = judge.apply(vector);
        assertThat(check instanceof Verified)
                .as("%s: %s", vector.get("desc").asString(), check)
                .isEqualTo(acceptable);
    }

    private static boolean hasTextThatIsNoHash(JsonNode vector) {
        return Stream.concat(
                        Stream.of("leafHash", "root").filter(vector::has).map(vector::get), items(vector.get("proof")))
                .anyMatch(text -> decoded(text).length != Hash.BYTES);
    }

    private static List<Path> jsonFilesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sizes beyond a signed long (the corpus has 2^64 - 1) come out negative, and must be refuted as such. */
    private static long number(JsonNode vector, String field) {
        return vector.get(field).bigIntegerValue().longValue();
    }

    private static List<Hash> path(JsonNode vector) {
        return items(vector.get("proof")).map(PublicVectorsTest::hash).toList();
    }

    private static Hash hash(JsonNode base64) {
        return Hash.of(decoded(base64));
    }

    /**
     * Some published roots are a phrase ("don't care"), in one vector even of a proof to be accepted. {@link Hash}
     * cannot hold that, so the phrase's leaf hash stands in: equal phrases stay equal and different ones different.
     */
    private static Hash hashOrPhrase(JsonNode base64) {
        byte[] bytes = decoded(base64);
        return bytes.length == Hash.BYTES ? Hash.of(bytes) : Hash.ofLeaf(bytes);
    }

    private static byte[] decoded(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode own() {
        try (InputStream vectors = PublicVectorsTest.class.getResourceAsStream("/vectors/merkle.json")) {
            return JSON.readTree(Objects.requireNonNull(vectors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }
}
