package org.suyuan.epcis.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.json.EpcisJsonReader;
import org.suyuan.epcis.json.EpcisJsonWriter;
import org.suyuan.epcis.json.ReadResult;

/**
 * The same event written in any way has one hash, and another event has another. Events are drawn from a printed seed;
 * what they say comes from one generator, how it is spelled from a second.
 */
class SpellingInvarianceTest {

    private static final int EVENTS = 250;
    private static final int SPELLINGS = 6;

    @Test
    void the_hash_depends_on_what_an_event_says_and_on_nothing_else() {
        long seed = Long.getLong("suyuan.seed", 20260918L);
        Map<String, Long> contentOfHash = new HashMap<>();
        for (long content = seed; content < seed + EVENTS; content++) {
            String first = null;
            for (int style = 0; style < SPELLINGS; style++) {
                String json = new SpelledEvent(new Random(content), new Random(content * 31 + style)).json();
                EpcisEvent event = read(json);
                String hash = EventHash.of(event);
                if (first == null) {
                    first = hash;
                    assertThat(contentOfHash.put(hash, content))
                            .as("seed %d: two different events with the hash %s", content, hash)
                            .isNull();
                }
                assertThat(hash)
                        .as("seed %d, style %d%n%s%n%s", content, style, json, EventHash.preHash(event))
                        .isEqualTo(first);
                assertThat(EventHash.of(read(new String(EpcisJsonWriter.toBytes(event), StandardCharsets.UTF_8))))
                        .as("stored form, seed %d", content)
                        .isEqualTo(first);
            }
        }
    }

    @Test
    void strings_are_sorted_in_the_byte_order_of_utf8() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> texts = new ArrayList<>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                texts.add(randomText(random));
            }
            assertThat(CanonicalValue.sorted(texts))
                    .isSortedAccordingTo((left, right) -> Arrays.compareUnsigned(
                            left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void the_short_way_to_a_canonical_uri_agrees_with_the_long_one() {
        Random random = new Random(20260918);
        String[] heads = {
            "urn:epc:id:sgtin:6912345.001111.",
            "urn:epc:id:sgtin:691234.0001111.",
            "urn:epc:id:sgtin:6912345.",
            "urn:epc:id:sgln:6912345.00001.",
            "urn:epc:id:sscc:6912345.0",
            "urn:epc:class:lgtin:6912345.001111.",
            "https://id.gs1.org/01/06912345011112/21/",
            "https://id.gs1.org/01/06912345011113/21/",
            "https://brand.example/p/01/06912345011112/10/A/21/",
            "https://brand.example/01/6912345011112/21/",
            "https://brand.example/01/0691234501111x/21/",
            "https://brand.example/01/06912345011112/22/A/21/",
            "https://brand.example/414/6912345000017/21/",
            "https://brand.example/01/06912345011112/10/",
            "https://brand.example/21/",
            "/01/06912345011112/21/",
            "x:"
        };
        String[] tails = {
            "",
            "0",
            "1",
            "a/b",
            "A%2Fb",
            "1234567890123456789",
            "12345678901234567890",
            "123456789012345678901",
            "?17=270101",
            "7?17=270101",
            "-",
            "牛",
            "1.2",
            "*"
        };
        CanonicalUris uris = new CanonicalUris();
        for (int i = 0; i < 5_000; i++) {
            String uri = heads[random.nextInt(heads.length)]
                    + (random.nextBoolean()
                            ? tails[random.nextInt(tails.length)]
                            : Integer.toString(random.nextInt(), 36).replace("-", ""));
            assertThat(uris.of(uri)).as(uri).isEqualTo(Gs1Uri.canonical(uri).orElse(uri));
        }
    }

    private static String randomText(Random random) {
        int[] alphabet = {'a', 'b', '牛', 0xFFFD, 0x1F404, 0x20000};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private static EpcisEvent read(String json) {
        List<EpcisEvent> events = new ArrayList<>();
        new EpcisJsonReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), result -> {
            switch (result) {
                case ReadResult.Accepted accepted -> events.add(accepted.event());
                case ReadResult.Rejected rejected ->
                    assertThat(rejected.violations()).as(json).isEmpty();
            }
        });
        assertThat(events).as(json).hasSize(1);
        return events.getFirst();
    }
}
