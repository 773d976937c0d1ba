package org.suyuan.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Letters to be sent. A letter is written with what it tells about, in one transaction, and stays until it is sent. */
public interface Outbox {
    void insert(List<Mail> mails);

    /**
     * Takes letters that are due. Whoever takes them has them to himself for the lease; if he dies meanwhile, they are
     * taken again after it.
     */
    List<Mail> claim(Instant now, Duration lease, int limit);

    void sent(Mail mail, Instant at);

    /** Not now, but again then. */
    void postponed(Mail mail, Instant until, String error);

    /** Never: the server says there is no such address, or it was tried long enough. The row stays, with the reason. */
    void givenUp(Mail mail, Instant at, String error);
}
