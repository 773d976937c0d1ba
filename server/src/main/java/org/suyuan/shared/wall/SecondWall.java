package org.suyuan.shared.wall;

import java.util.function.Supplier;
import org.suyuan.shared.access.Actor;

/**
 * Says for whom the current thread asks the database. Bound once a request, read by the data source alone: no use case
 * looks here, they take their {@link Actor} as a parameter. That is the point: two walls that share nothing but the
 * scope's meaning.
 *
 * <p>What no request started (jobs, event listeners on other threads, the login itself) has no binding and works as the
 * tables' owner.
 */
public final class SecondWall {
    private static final ScopedValue<View> CURRENT = ScopedValue.newInstance();

    private SecondWall() {}

    /** Runs the rest of a request in its actor's view; what it throws passes through. */
    public static <T, X extends Throwable> T within(Actor actor, ScopedValue.CallableOp<T, X> request) throws X {
        return ScopedValue.where(CURRENT, View.of(actor)).call(request);
    }

    /** Asks beyond the actor's scope, in the same transaction if one is open. */
    public static <T> T outside(Beyond reason, Supplier<T> question) {
        return ScopedValue.where(CURRENT, View.OWNER).call(question::get);
    }

    /** The same for what answers nothing. */
    public static void outside(Beyond reason, Runnable work) {
        ScopedValue.where(CURRENT, View.OWNER).run(work);
    }

    static View current() {
        return CURRENT.orElse(View.OWNER);
    }
}
