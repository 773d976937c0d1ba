package org.suyuan.registry.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.registry.Faults;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Openable;
import org.suyuan.shared.search.Searchable;

/**
 * What the search finds by identifier or name, and what links lead to: one of these a noun of the registry. Three queries,
 * each asked only while the ones before it found too little: exact, beginning of the name, part of the name.
 */
final class NamedThings implements Searchable, Openable {
    /** Names looked at to find the best of them. */
    private static final int LOOKED_AT_MAX = 500;
    /** Shorter parts of names are in too many. */
    private static final int PART_LENGTH_MIN = 2;
    /** Longer texts are no identifier. */
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    /**
     * How a noun is found.
     *
     * @param from table with alias {@code t}, and what it is joined with
     * @param names whether it has columns {@code name_zh} and {@code name_en} with their indexes; else {@code label} alone
     * @param label expression that people know it by; {@code name_zh}, or a number
     * @param detail expression that tells it from others of the same name
     * @param exact condition on {@code :text}, {@code :upper} and {@code :gtin}, the text as 14 digits
     */
    record Noun(
            String kind,
            String from,
            boolean names,
            String label,
            String detail,
            String exact,
            Function<Actor, ScopeClause> scope) {}

    private final JdbcClient jdbc;
    private final Noun noun;

    NamedThings(JdbcClient jdbc, Noun noun) {
        this.jdbc = jdbc;
        this.noun = noun;
    }

    @Override
    public String kind() {
        return noun.kind();
    }

    @Override
    public Permission needs() {
        return Permission.REGISTRY_READ;
    }

    @Override
    public Optional<Opened> open(Actor actor, String id) {
        UUID known = Faults.uuid(id);
        if (known == null) {
            return Optional.empty();
        }
        ScopeClause scope = noun.scope().apply(actor);
        return jdbc.sql("SELECT " + noun.label() + " AS label, t.region_path\n" + noun.from()
                        + "\nWHERE t.id = :id AND (" + scope.sql() + ")")
                .param("id", known)
                .params(scope.parameters())
                .query((row, number) ->
                        new Opened(noun.kind(), id, row.getString("label"), row.getString("region_path")))
                .optional();
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit, Locale locale) {
        Map<String, Object> values = values(text);
        Map<String, Hit> found = new LinkedHashMap<>();
        for (String condition : conditions(text)) {
            if (found.size() < limit) {
                for (Hit hit : query(actor, condition, values, limit, locale)) {
                    found.putIfAbsent(hit.id(), hit);
                }
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private List<String> conditions(String text) {
        List<String> conditions = new ArrayList<>();
        conditions.add(noun.exact());
        if (!noun.names()) {
            conditions.add("%1$s ~>=~ :text AND %1$s ~<~ :end".formatted(noun.label()));
            return conditions;
        }
        conditions.add("t.name_zh ~>=~ :text AND t.name_zh ~<~ :end"
                + " OR lower(t.name_en) ~>=~ :lower AND lower(t.name_en) ~<~ :lowerEnd");
        if (text.length() >= PART_LENGTH_MIN) {
            conditions.add("(t.name_zh LIKE :part OR t.name_en ILIKE :part)"
                    + " AND registry.bigrams(t.name_zh || ' ' || COALESCE(t.name_en, '')) @> registry.bigrams(:text)");
        }
        return conditions;
    }

    private static Map<String, Object> values(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Map<String, Object> values = new HashMap<>();
        values.put("text", text);
        values.put("upper", text.toUpperCase(Locale.ROOT));
        values.put("gtin", text.matches("\\d{8}|\\d{12,14}") ? "0".repeat(14 - text.length()) + text : "");
        values.put("end", text + LAST_CHARACTER);
        values.put("lower", lower);
        values.put("lowerEnd", lower + LAST_CHARACTER);
        values.put("part", String.valueOf(Listing.anywhere(text)));
        return values;
    }

    private List<Hit> query(Actor actor, String condition, Map<String, Object> values, int limit, Locale locale) {
        ScopeClause scope = noun.scope().apply(actor);
        String nameEn = noun.names() ? "t.name_en" : "NULL";
        return jdbc.sql("""
                        SELECT id, label, name_en, detail
                        FROM (SELECT t.id, %s AS label, %s AS name_en, %s AS detail
                              %s
                              WHERE (%s)
                                AND (%s)
                              LIMIT :lookedAt) AS found
                        ORDER BY length(label), label, id
                        LIMIT :rows
                        """.formatted(noun.label(), nameEn, noun.detail(), noun.from(), scope.sql(), condition))
                .params(values)
                .params(scope.parameters())
                .param("lookedAt", LOOKED_AT_MAX)
                .param("rows", limit)
                .query((row, number) -> new Hit(
                        noun.kind(),
                        Rows.id(row, "id").toString(),
                        title(row.getString("label"), row.getString("name_en"), locale),
                        row.getString("detail")))
                .list();
    }

    private static String title(String label, @Nullable String nameEn, Locale locale) {
        return locale.getLanguage().equals("en") && nameEn != null ? nameEn : label;
    }
}
