package org.suyuan.registry;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.registry.Entered.Refused;
import org.suyuan.registry.Entered.Registered;
import org.suyuan.shared.FieldError;

/**
 * Registers many entries of one kind in one transaction. Lines are taken as they arrive; memory holds one chunk of them and
 * the errors shown.
 */
@Component
public class Imports {
    /** Entries written by one statement. */
    public static final int CHUNK = 500;

    public static final int LINES_MAX = 100_000;
    /** Bad lines that are described; further ones are only counted. */
    public static final int ERRORS_SHOWN_MAX = 500;

    private final TransactionTemplate transaction;

    Imports(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** What to do when a line is bad. */
    public enum OnError {
        /** Nothing is registered unless every line is good. */
        REJECT,
        /** The good lines are registered. */
        KEEP
    }

    /** A line as read: a draft, or why it is none. */
    public sealed interface Line<D> {
        record Read<D>(int number, D draft) implements Line<D> {}

        record Unreadable<D>(int number, FieldError error) implements Line<D> {}
    }

    /** @param number from 1 */
    public record BadLine(int number, List<FieldError> errors) {}

    /**
     * @param registered 0 when the import was rejected
     * @param truncated whether more lines are bad than {@code errors} describes
     */
    public record Result(int read, int registered, int bad, List<BadLine> errors, boolean truncated) {}

    /** Runs the lines through {@code entry}, a store's {@code registerAll}. */
    public <D, I> Result run(OnError onError, Iterator<Line<D>> lines, Function<List<D>, List<Entered<I>>> entry) {
        Run<D, I> run = new Run<>(entry);
        transaction.executeWithoutResult(status -> {
            while (lines.hasNext()) {
                run.take(lines.next());
            }
            run.flush();
            if (onError == OnError.REJECT && run.bad > 0) {
                status.setRollbackOnly();
                run.registered = 0;
            }
        });
        return run.result();
    }

    private static final class Run<D, I> {
        private final Function<List<D>, List<Entered<I>>> entry;
        private final List<Line.Read<D>> chunk = new ArrayList<>();
        private final List<BadLine> errors = new ArrayList<>();
        private int read;
        private int registered;
        private int bad;

        Run(Function<List<D>, List<Entered<I>>> entry) {
            this.entry = entry;
        }

        void take(Line<D> line) {
            read++;
            switch (line) {
                case Line.Read<D> good -> chunk.add(good);
                case Line.Unreadable<D>(int number, FieldError error) -> refuse(number, List.of(error));
            }
            if (chunk.size() == CHUNK) {
                flush();
            }
        }

        void flush() {
            if (chunk.isEmpty()) {
                return;
            }
            List<Entered<I>> outcome =
                    entry.apply(chunk.stream().map(Line.Read::draft).toList());
            for (int i = 0; i < chunk.size(); i++) {
                switch (outcome.get(i)) {
                    case Registered<I> good -> registered++;
                    case Refused<I>(List<FieldError> found) ->
                        refuse(chunk.get(i).number(), found);
                }
            }
            chunk.clear();
        }

        private void refuse(int number, List<FieldError> found) {
            bad++;
            if (errors.size() < ERRORS_SHOWN_MAX) {
                errors.add(new BadLine(number, found));
            }
        }

        Result result() {
            List<BadLine> inOrder = errors.stream()
                    .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                    .toList();
            return new Result(read, registered, bad, inOrder, bad > errors.size());
        }
    }
}
