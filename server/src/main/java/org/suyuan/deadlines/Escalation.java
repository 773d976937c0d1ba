package org.suyuan.deadlines;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the rungs whose time has come. Marking and publishing are one transaction, and a row that another instance has in hand
 * is passed over: each rung is told exactly once, however many instances there are and wherever they die.
 */
@Component
public class Escalation {
    /** Rungs of one transaction. */
    public static final int BATCH = 200;

    private final ClockBook clocks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(ClockBook clocks, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.clocks = clocks;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells at most {@link #BATCH} rungs, the longest overdue first; answers how many. */
    public int tell() {
        return transaction.execute(_ -> {
            List<RungReached> reached = clocks.fire(clock.instant(), BATCH);
            reached.forEach(events::publishEvent);
            return reached.size();
        });
    }
}
