package org.suyuan.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.deadlines.store.DeadlineStores;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.testing.SettableClock;
import org.suyuan.testing.TestPostgres;

/** The module on a database of its own, with the calendars and rules that come with the platform. */
final class DeadlinesWorld {
    final SettableClock clock;
    final TransactionTemplate transaction;
    final DeadlineStores stores;
    final List<Object> published = new ArrayList<>();
    final List<Deed> decided = new ArrayList<>();
    final Calendars calendars;
    final DeadlineRules rules;
    final Clocks clocks;

    DeadlinesWorld(String now) {
        this(TestPostgres.freshDatabase(), now);
    }

    DeadlinesWorld(DataSource database, String now) {
        clock = new SettableClock(now);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        stores = DeadlineStores.on(database, transaction, clock);
        AuditTrail trail = new Trail();
        CalendarShelf shelf = new CalendarShelf(stores.tables());
        Recount recount = new Recount(stores.clocks(), published::add, clock);
        calendars = new Calendars(stores.tables(), shelf, recount, trail, transaction, clock);
        rules = new DeadlineRules(stores.rules(), trail, transaction, clock);
        clocks = new Clocks(
                stores.clocks(), stores.rules(), stores.tables(), shelf, trail, published::add, transaction, clock);
    }

    /** One instance's escalation; several may work on the same database. */
    Escalation escalation(Consumer<Object> hearer) {
        return new Escalation(stores.clocks(), hearer::accept, transaction, clock);
    }

    ClockId start(String rule, String start) {
        return clocks.start(Officers.BOTH, rule, at(start), subject("甲", "/35/3502/350212/"));
    }

    static ClockSubject subject(String title, String regionPath) {
        return new ClockSubject("complaint", title, title + "的投诉", regionPath, null, null);
    }

    RunningClock seen(ClockId id) {
        return clocks.find(Officers.BOTH, id).orElseThrow();
    }

    <E> List<E> heard(Class<E> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private final class Trail implements AuditTrail {
        @Override
        public void decided(Actor actor, Deed deed) {
            decided.add(deed);
        }

        @Override
        public void read(Actor actor, Deed deed) {
            throw new AssertionError("nothing here reads on its own");
        }
    }
}
