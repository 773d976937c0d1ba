package org.suyuan.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Actor;

/**
 * Telling people things, in the console and by e-mail, as each of them chose. What is told is written in the caller's
 * transaction: if that fails, nobody was told.
 */
@Component
public class Notices {
    /** Unread notices are counted up to here. */
    public static final int UNREAD_MAX = 100;

    private final NoticeStore store;
    private final Outbox outbox;
    private final SettingsStore settings;
    private final Addresses addresses;
    private final Map<String, NoticeKind> kinds;
    private final MailSettings mail;
    private final Clock clock;

    Notices(
            NoticeStore store,
            Outbox outbox,
            SettingsStore settings,
            Addresses addresses,
            List<NoticeKind> kinds,
            MailSettings mail,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.settings = settings;
        this.addresses = addresses;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(NoticeKind::code, Function.identity()));
        this.mail = mail;
        this.clock = clock;
    }

    /** The kinds there are, for the page where a person chooses. */
    public Collection<NoticeKind> kinds() {
        return kinds.values();
    }

    Set<String> kindCodes() {
        return kinds.keySet();
    }

    /** Tells each of them once. */
    @Transactional
    public void send(Collection<ActorId> people, NewNotice told) {
        NoticeKind kind = kinds.get(told.kind());
        if (kind == null) {
            throw new IllegalArgumentException("kind: " + told.kind() + " (expected: one of " + kinds.keySet() + ")");
        }
        Set<ActorId> each = new HashSet<>(people);
        Map<ActorId, Settings> chosen = settings.of(each);
        List<Notice> notices = new ArrayList<>();
        List<Mail> mails = new ArrayList<>();
        Instant now = clock.instant();
        for (ActorId person : each) {
            Settings of = chosen.getOrDefault(person, Settings.USUAL);
            NoticeKind.Channels channels = of.notices().getOrDefault(kind.code(), kind.usual());
            if (channels.inApp()) {
                notices.add(new Notice(new NoticeId(Uuid7.next(clock)), person, told, now, null));
            }
            if (channels.mail() && mail.isOn()) {
                addresses.recipient(person).ifPresent(to -> {
                    if (to.email() != null) {
                        mails.add(new Mail(Uuid7.next(clock), person, to.email(), language(of, to), told, now, 0));
                    }
                });
            }
        }
        store.insert(notices);
        outbox.insert(mails);
    }

    private static Locale language(Settings chosen, Addresses.Recipient to) {
        return chosen.language() == null ? to.language() : Locale.forLanguageTag(chosen.language());
    }

    public Page<Notice> list(Actor actor, boolean unreadOnly, PageRequest page) {
        return store.list(actor.id(), unreadOnly, page);
    }

    public long unread(Actor actor) {
        return store.unread(actor.id());
    }

    /** False when the actor has no such notice. */
    @Transactional
    public boolean read(Actor actor, NoticeId id) {
        return store.read(actor.id(), id, clock.instant());
    }

    /** Marks what the reader has seen, not what came while he was reading. */
    @Transactional
    public int readAll(Actor actor, Instant until) {
        return store.readAll(actor.id(), until, clock.instant());
    }
}
