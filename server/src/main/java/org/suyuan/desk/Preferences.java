package org.suyuan.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;

/** Choosing how one wants the console, and where to be told what. */
@Component
public class Preferences {
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final int PAGES_MAX = 200;
    private static final int COLUMNS_MAX = 100;
    private static final int NAME_LENGTH_MAX = 100;

    private final SettingsStore store;
    private final Notices notices;

    Preferences(SettingsStore store, Notices notices) {
        this.store = store;
        this.notices = notices;
    }

    public Settings of(Actor actor) {
        return store.of(actor.id());
    }

    /**
     * Replaces what was chosen.
     *
     * @throws InvalidInput for an unknown language, theme or kind of notice, and for more columns than anybody has
     */
    @Transactional
    public Settings choose(Actor actor, Settings settings) {
        if (settings.language() != null && !LANGUAGES.contains(settings.language())) {
            throw InvalidInput.of("/language", settings.language(), "type", "expected: zh or en");
        }
        if (settings.theme() != null && !THEMES.contains(settings.theme())) {
            throw InvalidInput.of("/theme", settings.theme(), "type", "expected: light or dark");
        }
        Set<String> kinds = notices.kindCodes();
        for (String kind : settings.notices().keySet()) {
            if (!kinds.contains(kind)) {
                throw InvalidInput.of("/notices", kind, "notice-kind", "expected: one of " + kinds);
            }
        }
        checkColumns(settings.columns());
        store.put(actor.id(), settings);
        return settings;
    }

    private static void checkColumns(Map<String, List<String>> columns) {
        boolean fits = columns.size() <= PAGES_MAX
                && columns.entrySet().stream()
                        .allMatch(page -> page.getKey().length() <= NAME_LENGTH_MAX
                                && page.getValue().size() <= COLUMNS_MAX
                                && page.getValue().stream().allMatch(name -> name.length() <= NAME_LENGTH_MAX));
        if (!fits) {
            throw InvalidInput.of(
                    "/columns",
                    String.valueOf(columns.size()),
                    "size",
                    "expected: at most " + PAGES_MAX + " pages of at most " + COLUMNS_MAX + " columns");
        }
    }
}
