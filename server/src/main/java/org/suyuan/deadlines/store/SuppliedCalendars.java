package org.suyuan.deadlines.store;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.deadlines.CalendarId;
import org.suyuan.deadlines.CalendarTable;
import org.suyuan.deadlines.DraftState;
import org.suyuan.deadlines.Signature;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.calendar.TableText;

/** Enters the calendars that come with the platform, once: at the first start there are none. */
@Component
@DependsOnDatabaseInitialization
class SuppliedCalendars implements InitializingBean {
    private static final String PLATFORM = "Suyuan";

    private final JdbcYearTables tables;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SuppliedCalendars(JdbcYearTables tables, TransactionTemplate transaction, Clock clock) {
        this.tables = tables;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (tables.edition() == 0) {
            transaction.executeWithoutResult(_ -> tables.supply(published()));
        }
    }

    private List<CalendarTable> published() {
        Signature supplied = new Signature(null, PLATFORM, clock.instant(), null);
        return TableText.published().stream()
                .map(table -> new CalendarTable(
                        new CalendarId(Uuid7.next(clock)),
                        table,
                        table.days().size(),
                        "国务院办公厅关于" + table.notice() + "年部分节假日安排的通知",
                        DraftState.DRAFT,
                        null,
                        supplied,
                        null))
                .toList();
    }
}
