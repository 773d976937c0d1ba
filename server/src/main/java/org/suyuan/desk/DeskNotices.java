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
