package org.suyuan.registry;

import java.util.List;
import org.suyuan.shared.FieldError;

/** What became of one entry that someone handed in. */
public sealed interface Entered<I> {

    record Registered<I>(I id) implements Entered<I> {}

    /** @param errors every field that breaks a rule; never empty */
    record Refused<I>(List<FieldError> errors) implements Entered<I> {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
