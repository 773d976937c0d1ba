package org.suyuan.events;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Searchable;

/** Events as the search finds them: by their whole id, since nothing else names one event. */
@Component
@Order(80)
class EventPages implements Searchable {
    private final Events events;

    EventPages(Events events) {
        this.events = events;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public Permission needs() {
        return Permission.EVENTS_READ;
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit, Locale locale) {
        Optional<StoredEvent> found = text.indexOf(':') < 0 ? Optional.empty() : events.find(text, actor);
        return found.map(event -> new Hit(kind(), event.eventId(), event.eventId(), detail(event))).stream()
                .toList();
    }

    private static String detail(StoredEvent event) {
        String what = event.bizStep() == null ? event.type() : event.type() + " " + event.bizStep();
        return what + " " + event.eventTime();
    }
}
