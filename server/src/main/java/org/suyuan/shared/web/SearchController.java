package org.suyuan.shared.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.search.Searchable;

/** {@code /api/search}: one box for everything. Each module finds its own nouns within the actor's scope. */
@RestController
@RequestMapping("/api/search")
@Tag(name = "search", description = "Search over everything")
class SearchController {
    static final int TEXT_LENGTH_MAX = 100;
    /** Hits of one kind. */
    static final int LIMIT_MAX = 20;

    private final List<Searchable> kinds;
    private final MessageSource messages;

    SearchController(ObjectProvider<Searchable> kinds, MessageSource messages) {
        this.kinds = kinds.orderedStream().toList();
        this.messages = messages;
    }

    /** @param more whether the kind has hits beyond the limit */
    record Group(String kind, String label, List<Searchable.Hit> hits, boolean more) {}

    record Found(List<Group> groups) {}

    @GetMapping
    @Operation(
            summary = "What you may see that is called so; kinds without a hit, or that you may not read, are absent")
    Found search(Actor actor, @RequestParam String q, @RequestParam(defaultValue = "5") int limit, Locale locale) {
        String text = q.strip();
        if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX || text.indexOf('\0') >= 0) {
            throw InvalidInput.of("q", q, "size", "expected: 1 … " + TEXT_LENGTH_MAX + " characters");
        }
        if (limit < 1 || limit > LIMIT_MAX) {
            throw InvalidInput.of("limit", String.valueOf(limit), "range", "expected: 1 … " + LIMIT_MAX);
        }
        List<Group> groups = new ArrayList<>();
        for (Searchable kind : kinds) {
            List<Searchable.Hit> hits = actor.may(kind.needs()) ? kind.find(actor, text, limit + 1, locale) : List.of();
            if (!hits.isEmpty()) {
                groups.add(new Group(
                        kind.kind(),
                        messages.getMessage("search." + kind.kind(), null, locale),
                        hits.subList(0, Math.min(limit, hits.size())),
                        hits.size() > limit));
            }
        }
        return new Found(groups);
    }
}
