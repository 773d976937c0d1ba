package org.suyuan.audit.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.audit.Entry;
import org.suyuan.audit.web.EntryView.CapacityView;
import org.suyuan.audit.web.EntryView.DoerView;
import org.suyuan.audit.web.EntryView.SubjectView;
import org.suyuan.shared.CodedName;

/** Shows entries in the reader's language. */
@Component
class EntryViews {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final MessageSource messages;

    EntryViews(MessageSource messages) {
        this.messages = messages;
    }

    /** What the person concerned sees: who, when, what; not why, which may be somebody else's secret. */
    record OwnEntryView(
            String id, OffsetDateTime at, Entry.Kind type, CodedName action, DoerView actor, SubjectView subject) {}

    EntryView full(Entry entry, Locale locale) {
        var person = entry.subject().person();
        var operator = entry.subject().operator();
        return new EntryView(
                entry.id().toString(),
                local(entry.at()),
                entry.kind(),
                action(entry, locale),
                doer(entry),
                subject(entry),
                person == null ? null : person.toString(),
                operator == null ? null : operator.toString(),
                entry.subject().regionPath(),
                entry.reason(),
                entry.legalBasis(),
                entry.facts(),
                entry.origin().requestId(),
                entry.origin().address(),
                entry.origin().client());
    }

    OwnEntryView own(Entry entry, Locale locale) {
        return new OwnEntryView(
                entry.id().toString(),
                local(entry.at()),
                entry.kind(),
                action(entry, locale),
                doer(entry),
                subject(entry));
    }

    /** An action that a later release no longer knows keeps its code. */
    CodedName action(Entry entry, Locale locale) {
        String name = messages.getMessage("audit." + entry.action(), null, entry.action(), locale);
        return new CodedName(entry.action(), name == null ? entry.action() : name);
    }

    static OffsetDateTime local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    private static DoerView doer(Entry entry) {
        return new DoerView(entry.doer().id().toString(), entry.doer().name(), capacity(entry.doer()));
    }

    private static @Nullable CapacityView capacity(Entry.Doer doer) {
        if (doer.title() == null || doer.role() == null) {
            return null;
        }
        return new CapacityView(
                doer.organisation() == null ? null : doer.organisation().toString(),
                doer.organisationName(),
                doer.title(),
                doer.role(),
                doer.behalfOfName());
    }

    private static SubjectView subject(Entry entry) {
        return new SubjectView(
                entry.subject().kind(), entry.subject().id(), entry.subject().name());
    }
}
