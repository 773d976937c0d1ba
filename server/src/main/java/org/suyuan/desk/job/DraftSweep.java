package org.suyuan.desk.job;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.suyuan.desk.Drafts;

/** Throws away forms that nobody came back to. */
@Component
class DraftSweep {
    private final Drafts drafts;

    DraftSweep(Drafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    void sweep() {
        drafts.sweep();
    }
}
