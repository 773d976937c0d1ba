package org.suyuan.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the desk itself tells people. */
@Configuration(proxyBeanMethods = false)
class DeskNotices {
    /** A task came to your office. */
    static final String OPENED = "desk.task-opened";
    /** A task was given to you. */
    static final String ASSIGNED = "desk.task-assigned";
    /** Somebody handed a task back to your office. */
    static final String HANDED_BACK = "desk.task-handed-back";
    /** A task that was yours was given to somebody else, or cancelled. */
    static final String TAKEN_AWAY = "desk.task-taken-away";

    /** The end of a deadline comes near, or is today. */
    static final String DUE_SOON = "desk.task-due-soon";
    /** A deadline has passed; superiors are told, too. */
    static final String OVERDUE = "desk.task-overdue";
    /** A deadline moved. */
    static final String DUE_CHANGED = "desk.task-due-changed";
    /** Time does not count for now. */
    static final String DUE_SUSPENDED = "desk.task-due-suspended";

    @Bean
    static NoticeKind taskDueSoon() {
        return new NoticeKind(DUE_SOON, NoticeKind.Channels.BOTH);
    }

    @Bean
    static NoticeKind taskOverdue() {
        return new NoticeKind(OVERDUE, NoticeKind.Channels.BOTH);
    }

    @Bean
    static NoticeKind taskDueChanged() {
        return new NoticeKind(DUE_CHANGED, NoticeKind.Channels.IN_APP);
    }

    @Bean
    static NoticeKind taskDueSuspended() {
        return new NoticeKind(DUE_SUSPENDED, NoticeKind.Channels.IN_APP);
    }

    @Bean
    static NoticeKind taskOpened() {
        return new NoticeKind(OPENED, NoticeKind.Channels.IN_APP);
    }

    @Bean
    static NoticeKind taskAssigned() {
        return new NoticeKind(ASSIGNED, NoticeKind.Channels.BOTH);
    }

    @Bean
    static NoticeKind taskHandedBack() {
        return new NoticeKind(HANDED_BACK, NoticeKind.Channels.IN_APP);
    }

    @Bean
    static NoticeKind taskTakenAway() {
        return new NoticeKind(TAKEN_AWAY, NoticeKind.Channels.IN_APP);
    }
}
