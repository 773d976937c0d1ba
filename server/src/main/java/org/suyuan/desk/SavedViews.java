package org.suyuan.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.Actor;

/** Lists as people like to see them, under a name; one's own, and those that one's organisation shares. */
public interface SavedViews {
    /** Views of one person. */
    int KEPT_MAX = 200;
    /** Views shown of one page. */
    int SHOWN_MAX = 200;

    /**
     * @param page key of the page, for example {@code registry.operators}
     * @param query the state of its URL
     * @param columns shown, in order; empty for the usual ones
     * @param shared with everybody in the organisation that one acts in
     * @param standard opens first
     */
    record Draft(String page, String name, String query, List<String> columns, boolean shared, boolean standard) {
        private static final Pattern PAGE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
        private static final int NAME_LENGTH_MAX = 100;
        private static final int QUERY_LENGTH_MAX = 4_000;
        private static final int COLUMNS_MAX = 100;
        private static final int COLUMN_LENGTH_MAX = 100;

        public Draft {
            columns = List.copyOf(columns);
            name = name.strip();
            if (!PAGE.matcher(page).matches()) {
                throw InvalidInput.of(
                        "/page", page, "page-key", "expected: lower-case letters, digits, dots, hyphens; 1 … 100");
            }
            checkSize("/name", name, 1, NAME_LENGTH_MAX);
            checkSize("/query", query, 0, QUERY_LENGTH_MAX);
            if (columns.size() > COLUMNS_MAX
                    || columns.stream().anyMatch(column -> column.length() > COLUMN_LENGTH_MAX)) {
                throw new InvalidInput(List.of(new FieldError(
                        "/columns",
                        String.valueOf(columns.size()),
                        "size",
                        "expected: at most " + COLUMNS_MAX + " of at most " + COLUMN_LENGTH_MAX + " characters")));
            }
        }

        private static void checkSize(String pointer, String value, int min, int max) {
            if (value.length() < min || value.length() > max) {
                throw InvalidInput.of(pointer, value, "size", "expected: " + min + " … " + max + " characters");
            }
        }
    }

    /**
     * @param own whether the reader made it; only then may he change it
     * @param owner name of who made it
     */
    record View(UUID id, Draft view, boolean own, String owner, Instant savedAt, long version) {}

    /** Own and shared ones, by name; of one page, or of all. */
    List<View> list(Actor actor, @Nullable String page);

    /**
     * Keeps a view.
     *
     * @throws org.suyuan.shared.Problem {@link DeskProblem#VIEW_EXISTS} or {@link DeskProblem#TOO_MANY_KEPT}
     */
    View save(Actor actor, Draft draft);

    /** Replaces one's own; empty when one has no such view. */
    Optional<View> change(Actor actor, UUID id, Consumer<View> precondition, Draft draft);

    /** False when one has no such view of one's own. */
    boolean drop(Actor actor, UUID id);
}
