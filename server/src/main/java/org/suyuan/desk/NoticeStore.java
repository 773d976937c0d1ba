package org.suyuan.desk;

import java.time.Instant;
import java.util.List;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** Keeps the notices of people. */
public interface NoticeStore {
    void insert(List<Notice> notices);

    /** Newest first. */
    Page<Notice> list(ActorId person, boolean unreadOnly, PageRequest page);

    /** At most {@link Notices#UNREAD_MAX}. */
    long unread(ActorId person);

    /** Marks one of the person's own; false when he has no such notice. */
    boolean read(ActorId person, NoticeId id, Instant at);

    /** Marks all that came until then; answers how many were unread. */
    int readAll(ActorId person, Instant until, Instant at);
}
