package org.suyuan.desk.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.suyuan.desk.Mail;
import org.suyuan.desk.MailSettings;
import org.suyuan.desk.Outbox;

/**
 * Sends what is in the outbox. A letter leaves the outbox only when the server has taken it, so none is lost; one whose
 * sender dies after that and before he notes it is sent again with the same Message-ID (RFC 5322 §3.6.4), which readers
 * show once.
 */
@Component
public class MailDispatch {
    static final int BATCH = 50;
    /** Longer than a batch takes at a slow server. */
    static final Duration LEASE = Duration.ofMinutes(15);

    static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    static final Duration WAIT_MAX = Duration.ofHours(6);
    /** A server that is away longer than this has lost its letters' meaning, too. */
    static final Duration TRIED_FOR = Duration.ofDays(14);

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

    private final Outbox outbox;
    private final MailServer server;
    private final MailText texts;
    private final MailSettings settings;
    private final Clock clock;

    MailDispatch(Outbox outbox, MailServer server, MailText texts, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
    void everyFewSeconds() {
        while (settings.isOn() && run() == BATCH) {
            log.debug("The outbox holds more than {} letters that are due", BATCH);
        }
    }

    /** Sends one batch of what is due; answers how many letters it took up. */
    public int run() {
        List<Mail> due = outbox.claim(clock.instant(), LEASE, BATCH);
        boolean serverDown = false;
        for (Mail mail : due) {
            MailServer.Result result = serverDown
                    ? new MailServer.Result.Failed("the mail server does not answer", true)
                    : server.send(mail, texts.of(mail));
            serverDown |= result instanceof MailServer.Result.Failed failed && failed.serverDown();
            note(mail, result);
        }
        return due.size();
    }

    private void note(Mail mail, MailServer.Result result) {
        Instant now = clock.instant();
        switch (result) {
            case MailServer.Result.Taken() -> outbox.sent(mail, now);
            case MailServer.Result.Refused(String why) -> {
                log.warn("Letter {} is given up: {}", mail.id(), why);
                outbox.givenUp(mail, now, why);
            }
            case MailServer.Result.Failed(String why, boolean _) -> {
                if (Duration.between(mail.at(), now).compareTo(TRIED_FOR) > 0) {
                    log.warn("Letter {} is given up after {} attempts: {}", mail.id(), mail.attempts(), why);
                    outbox.givenUp(mail, now, why);
                } else {
                    outbox.postponed(mail, now.plus(wait(mail.attempts())), why);
                }
            }
        }
    }

    /** Twice as long each time, up to the longest. */
    static Duration wait(int attempts) {
        int doublings = Math.min(attempts - 1, 16);
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.max(doublings, 0));
        return wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
    }
}
