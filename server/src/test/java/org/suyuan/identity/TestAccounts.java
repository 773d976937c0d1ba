package org.suyuan.identity;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.shared.ActorId;

/** Accounts for tests of what hangs on them. */
final class TestAccounts {
    private TestAccounts() {}

    static Account insert(JdbcClient jdbc, ActorId id, String username) {
        Account account = new Account(
                id,
                username,
                "林晓",
                Account.Contact.NONE,
                new Account.Password("no password", false, 1),
                1,
                Instant.parse("2026-09-01T08:00:00Z"),
                null);
        new Accounts(jdbc).insert(account, null);
        return account;
    }
}
