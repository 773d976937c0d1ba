package org.suyuan.deadlines.store;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.deadlines.ClockBook;
import org.suyuan.deadlines.RuleBook;
import org.suyuan.deadlines.YearTables;

/** The real stores for tests of the module's root. */
public record DeadlineStores(YearTables tables, RuleBook rules, ClockBook clocks) {
    public static DeadlineStores on(DataSource database, TransactionTemplate transaction, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database);
        JdbcYearTables tables = new JdbcYearTables(jdbc);
        new SuppliedCalendars(tables, transaction, clock).afterPropertiesSet();
        return new DeadlineStores(tables, new JdbcRuleBook(jdbc), new JdbcClockBook(jdbc));
    }
}
