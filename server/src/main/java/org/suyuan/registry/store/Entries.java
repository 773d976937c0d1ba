package org.suyuan.registry.store;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.suyuan.registry.Entered;
import org.suyuan.registry.Entered.Refused;
import org.suyuan.registry.Entered.Registered;
import org.suyuan.registry.Faults;
import org.suyuan.registry.Imports;
import org.suyuan.registry.RegistryProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;

/** What entering into any of the registers has in common. */
final class Entries {
    private Entries() {}

    /** The id of the one entry, or its refusal as the problem that ends the request. */
    static <I> I single(List<Entered<I>> entered, RegistryProblem exists) {
        return switch (entered.getFirst()) {
            case Registered<I>(I id) -> id;
            case Refused<I>(List<FieldError> errors) -> throw problem(errors, exists);
        };
    }

    static void refuse(Faults faults, RegistryProblem exists) {
        if (!faults.none()) {
            throw problem(faults.list(), exists);
        }
    }

    /** A clash with what is registered is a conflict, anything else a bad input. */
    private static Problem problem(List<FieldError> errors, RegistryProblem exists) {
        boolean onlyClashes = errors.stream().allMatch(error -> error.rule().equals(Faults.EXISTS));
        FieldError first = errors.getFirst();
        return onlyClashes
                ? new Problem(exists, first.pointer() + ": " + first.value() + " (" + first.message() + ")", errors)
                : new InvalidInput(errors);
    }

    /** Two writers of the same key at the same moment: the database refuses the second. */
    static <T> T guarded(RegistryProblem exists, Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw new Problem(exists, "registered by someone else at this moment");
        }
    }

    static void requireChunk(List<?> drafts) {
        if (drafts.size() > Imports.CHUNK) {
            throw new IllegalArgumentException(
                    "drafts: " + drafts.size() + " (expected: at most " + Imports.CHUNK + ")");
        }
    }
}
