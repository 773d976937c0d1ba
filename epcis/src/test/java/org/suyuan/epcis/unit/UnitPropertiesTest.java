package org.suyuan.epcis.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.suyuan.epcis.gs1.CheckDigit;
import org.suyuan.epcis.gs1.DigitalLink;
import org.suyuan.epcis.gs1.ElementString;
import org.suyuan.epcis.gs1.EpcUri;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Sscc;
import org.suyuan.epcis.unit.TraceUnit.Item;
import org.suyuan.epcis.unit.TraceUnit.LogisticUnit;
import org.suyuan.epcis.unit.TraceUnit.Lot;
import org.suyuan.epcis.unit.TraceUnit.OtherThing;
import org.suyuan.epcis.unit.TraceUnit.ProductClass;
import org.suyuan.epcis.unit.TraceUnit.SupervisedItem;
import org.suyuan.epcis.unit.UnitReading.Malformed;
import org.suyuan.epcis.unit.UnitReading.Recognised;

/** Random units in random spellings. A failure names its seed; {@code -Dseed=…} runs that one alone, {@code -Drounds=…} more of them. */
class UnitPropertiesTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 4_000);
    private static final String CSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz";
    private static final String NOISE =
            CSET_82 + "0123456789 #@[]{}^~|\\`$\u001D\u0000\uFF10\uFF08\u3000\u200B\u00E9中\uD83D%%//(())..";

    /** Each round has its own seed, so that one number replays one failure. */
    private interface Round {
        void run(RandomGenerator random, String seed);
    }

    private static void rounds(Round round) {
        Long replayed = Long.getLong("seed");
        long first = replayed == null ? System.nanoTime() : replayed;
        for (long seed = first; seed < first + (replayed == null ? ROUNDS : 1); seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            try {
                round.run(random, "seed " + seed);
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed, thrown);
            }
        }
    }

    @Test
    void everySpellingOfAUnitReadsToThatUnit() {
        rounds((random, seed) -> {
            TraceUnit unit = unit(random);
            for (String spelling : spellings(unit, random)) {
                UnitReading reading = UnitSyntax.read(spelling);
                assertThat(reading).as("%s: %s of %s", seed, spelling, unit).isInstanceOf(Recognised.class);
                TraceUnit read = ((Recognised) reading).unit();
                assertThat(read).as("%s: %s", seed, spelling).isEqualTo(unit);
                assertThat(read.uri()).as("%s: %s", seed, spelling).isEqualTo(unit.uri());
            }
        });
    }

    @Test
    void aUnitWrittenAndReadAgainIsTheSame() {
        rounds((random, seed) -> {
            TraceUnit unit = unit(random);
            assertThat(UnitSyntax.unit(unit.uri())).as(seed).isEqualTo(unit);
            UnitSyntax.elementString(unit).ifPresent(elements -> {
                assertThat(UnitSyntax.unit(elements.bracketed())).as(seed).isEqualTo(unit);
                assertThat(UnitSyntax.unit(ElementString.GS + elements.scanned()))
                        .as(seed)
                        .isEqualTo(unit);
            });
        });
    }

    @Test
    void twoUnitsAreEqualExactlyWhenTheirUrisAre() {
        Map<String, TraceUnit> byUri = new HashMap<>();
        rounds((random, seed) -> {
            TraceUnit unit = unit(random);
            TraceUnit before = byUri.putIfAbsent(unit.uri(), unit);
            assertThat(before == null || before.equals(unit)).as(seed).isTrue();
        });
    }

    @Test
    void damagedTextIsReadOrRefusedButNeverThrows() {
        rounds((random, seed) -> {
            List<String> spellings = spellings(unit(random), random);
            String text = damaged(spellings.get(random.nextInt(spellings.size())), random);
            UnitReading reading = UnitSyntax.read(text);
            assertThat(reading.raw()).as(seed).isEqualTo(text);
            switch (reading) {
                case Recognised recognised ->
                    assertThat(UnitSyntax.unit(recognised.unit().uri()))
                            .as("%s: %s", seed, text)
                            .isEqualTo(recognised.unit());
                case Malformed malformed ->
                    assertThat(malformed.position()).as("%s: %s", seed, text).isBetween(0, text.length());
            }
        });
    }

    @Test
    void oneWrongDigitInAGtinNeverPasses() {
        rounds((random, seed) -> {
            String gtin = gtin(random).value();
            int at = random.nextInt(gtin.length());
            char wrong = (char) ('0' + (gtin.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String text = "(01)" + gtin.substring(0, at) + wrong + gtin.substring(at + 1);
            assertThat(UnitSyntax.read(text)).as("%s: %s", seed, text).isInstanceOf(Malformed.class);
        });
    }

    private static TraceUnit unit(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Item(gtin(random), text(random, 20));
            case 1 -> new Lot(gtin(random), text(random, 20));
            case 2 -> new ProductClass(gtin(random));
            case 3 -> new LogisticUnit(new Sscc(CheckDigit.append(digits(random, 17))));
            case 4 -> new SupervisedItem(new SupervisionCode((1 + random.nextInt(9)) + digits(random, 19)));
            default -> new OtherThing("https://id.gs1.org/8004/" + digits(random, 7) + "A" + random.nextInt(1000));
        };
    }

    private static List<String> spellings(TraceUnit unit, RandomGenerator random) {
        List<String> spellings =
                new ArrayList<>(List.of(unit.uri(), "  " + unit.uri() + "\t\n", "\uFEFF" + unit.uri()));
        switch (unit) {
            case Item item -> {
                spellings.add(item.gtin() + " " + item.serial());
                spellings.add(item.gtin().value() + "/" + item.serial());
                spellings.add(item.gtin() + " + " + item.serial());
                spellings.add("(21)" + escaped(item.serial()) + "(01)" + item.gtin());
                spellings.add("]d201" + item.gtin() + "21" + item.serial());
            }
            case Lot lot -> {
                spellings.add(
                        "（１０）" + escaped(lot.lot()) + "（０１）" + wide(lot.gtin().value()));
                spellings.add("]C110" + lot.lot() + ElementString.GS + "01" + lot.gtin());
            }
            case ProductClass product -> {
                spellings.add(product.gtin().value());
                spellings.add(wide(product.gtin().value()));
                spellings.add("01" + product.gtin());
            }
            case LogisticUnit box -> {
                String digits = box.sscc().value();
                spellings.add(digits);
                spellings.add("00" + digits);
                spellings.add(digits.charAt(0) + " " + digits.substring(1, 8) + " " + digits.substring(8));
            }
            case SupervisedItem item -> {
                String digits = item.code().value();
                spellings.add(digits);
                spellings.add(wide(digits));
                spellings.add(digits.replaceAll("(.{4})(?=.)", "$1 "));
                spellings.add(digits.replaceAll("(.{5})(?=.)", "$1-"));
                spellings.add("https://suyuan.example.cn/v/" + digits + "?from=scan");
                spellings.add("]C0" + digits);
            }
            case OtherThing thing -> spellings.add(thing.uri().replace("https://id.gs1.org", "HTTP://Any.Host:8080/x"));
        }
        DigitalLink.find(unit.uri()).ifPresent(link -> addLinks(spellings, link, random));
        return spellings;
    }

    private static void addLinks(List<String> spellings, DigitalLink link, RandomGenerator random) {
        spellings.add(link.uri("https://Shop.example.cn/p"));
        spellings.add(link.uri("http://shop.example.cn:8443") + "?linkType=gs1:pip&x=%E4%B8%AD#top");
        spellings.add(link.uri("shop.example.cn"));
        EpcUri.of(link, 6 + random.nextInt(7))
                .map(EpcUri::uri)
                .filter(urn -> !link.key().ai().equals("8004"))
                .ifPresent(urn -> {
                    spellings.add(urn);
                    spellings.add(urn.replace("urn:epc:", "URN:EPC:"));
                });
    }

    private static String escaped(String value) {
        return value.replace("(", "\\(");
    }

    private static String wide(String digits) {
        return digits.chars()
                .map(c -> c - '0' + '\uFF10')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String damaged(String text, RandomGenerator random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            char noise = NOISE.charAt(random.nextInt(NOISE.length()));
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, noise);
                case 1 -> damaged.setLength(at);
                case 2 -> damaged.insert(at, damaged.substring(random.nextInt(damaged.length() + 1)));
                default -> {
                    if (at < damaged.length()) {
                        damaged.setCharAt(at, noise);
                    }
                }
            }
        }
        return damaged.toString();
    }

    private static Gtin gtin(RandomGenerator random) {
        return new Gtin(CheckDigit.append(digits(random, 13)));
    }

    private static String text(RandomGenerator random, int max) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, max + 1); i > 0; i--) {
            text.append(CSET_82.charAt(random.nextInt(CSET_82.length())));
        }
        return text.toString();
    }

    private static String digits(RandomGenerator random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
