package org.suyuan.epcis.gs1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Application Identifiers of the GS1 General Specifications, read once from {@code application-identifiers.txt}. */
public final class ApplicationIdentifiers {

    private static final String TABLE = "application-identifiers.txt";
    private static final int CODE_DIGITS_MIN = 2;
    private static final int CODE_DIGITS_MAX = 4;
    private static final Pattern PART = Pattern.compile("([9xcb])(?:(\\d+)-)?(\\d+)(\\?)?((?::\\w+)*)");

    private static final SortedMap<String, ApplicationIdentifier> IN_ORDER = read();
    private static final Map<String, ApplicationIdentifier> BY_CODE = Map.copyOf(IN_ORDER);

    private ApplicationIdentifiers() {}

    public static Optional<ApplicationIdentifier> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The one whose digits stand at this position; no code is the beginning of another. */
    static Optional<ApplicationIdentifier> at(String text, int position) {
        for (int length = CODE_DIGITS_MIN; length <= CODE_DIGITS_MAX && position + length <= text.length(); length++) {
            ApplicationIdentifier found = BY_CODE.get(text.substring(position, position + length));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** All of them in the order of their numbers. */
    public static Collection<ApplicationIdentifier> all() {
        return IN_ORDER.values();
    }

    private static SortedMap<String, ApplicationIdentifier> read() {
        try (InputStream in = Objects.requireNonNull(ApplicationIdentifiers.class.getResourceAsStream(TABLE), TABLE)) {
            SortedMap<String, ApplicationIdentifier> table = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> addFamily(line, table));
            return Collections.unmodifiableSortedMap(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFamily(String line, Map<String, ApplicationIdentifier> table) {
        String[] columns = line.split(" *; *");
        List<ApplicationIdentifier.ValuePart> parts =
                words(columns[1]).stream().map(ApplicationIdentifiers::part).toList();
        List<String> roles = words(columns[2]);
        List<List<String>> needs = words(columns[3]).stream()
                .map(words -> List.of(words.split("\\+")))
                .toList();
        for (String numbers : words(columns[0])) {
            for (String code : expand(numbers)) {
                List<String> excludes = words(columns[4]).stream()
                        .map(pattern -> pattern.equals("family") ? code.substring(0, 3) + "*" : pattern)
                        .toList();
                ApplicationIdentifier added = new ApplicationIdentifier(
                        code,
                        parts,
                        roles.contains("fixed"),
                        roles.contains("data"),
                        roles.stream().anyMatch(role -> role.startsWith("key")),
                        qualifierSequences(roles),
                        needs,
                        excludes);
                if (table.put(code, added) != null) {
                    throw new IllegalStateException(TABLE + ": " + code + " twice");
                }
            }
        }
    }

    private static List<String> words(String column) {
        return column.equals("-") ? List.of() : Arrays.asList(column.split(" +"));
    }

    private static ApplicationIdentifier.ValuePart part(String word) {
        Matcher matcher = PART.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalStateException(TABLE + ": part " + word);
        }
        int max = Integer.parseInt(matcher.group(3));
        int min = matcher.group(2) == null ? max : Integer.parseInt(matcher.group(2));
        List<ContentCheck> checks = Arrays.stream(matcher.group(5).split(":"))
                .filter(name -> !name.isEmpty())
                .map(ContentCheck::named)
                .toList();
        return new ApplicationIdentifier.ValuePart(
                Cset.lettered(word.charAt(0)), min, max, matcher.group(4) != null, checks);
    }

    private static List<List<String>> qualifierSequences(List<String> roles) {
        return roles.stream()
                .filter(role -> role.startsWith("key="))
                .flatMap(role -> Arrays.stream(role.substring("key=".length()).split("\\|")))
                .map(sequence -> List.of(sequence.split(">")))
                .toList();
    }

    /** The numbers of a pattern with classes of digits. */
    private static List<String> expand(String numbers) {
        List<String> codes = List.of("");
        for (int i = 0; i < numbers.length(); i++) {
            String digits = numbers.substring(i, i + 1);
            if (digits.equals("[")) {
                int close = numbers.indexOf(']', i);
                digits = digitsOf(numbers.substring(i + 1, close));
                i = close;
            }
            List<String> longer = new ArrayList<>();
            for (String code : codes) {
                digits.chars().forEach(digit -> longer.add(code + (char) digit));
            }
            codes = longer;
        }
        return codes;
    }

    private static String digitsOf(String inBrackets) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < inBrackets.length(); i++) {
            char c = inBrackets.charAt(i);
            if (c == '-') {
                for (char next = (char) (inBrackets.charAt(i - 1) + 1); next < inBrackets.charAt(i + 1); next++) {
                    digits.append(next);
                }
            } else {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
