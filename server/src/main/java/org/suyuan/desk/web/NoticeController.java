package org.suyuan.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.desk.Link;
import org.suyuan.desk.Notice;
import org.suyuan.desk.NoticeId;
import org.suyuan.desk.Notices;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** {@code /api/desk/notices}: what one has been told. */
@RestController
@RequestMapping("/api/desk/notices")
@Tag(name = "desk: notices", description = "Notices 通知 to oneself")
class NoticeController {
    private final Notices notices;
    private final MessageSource messages;

    NoticeController(Notices notices, MessageSource messages) {
        this.notices = notices;
        this.messages = messages;
    }

    record NoticeView(
            String id,
            String kind,
            String title,
            String body,
            @Nullable Link subject,
            OffsetDateTime at,
            boolean read) {}

    @GetMapping
    @Operation(summary = "Your notices, newest first")
    Page<NoticeView> list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @ParameterObject PageRequest page,
            Locale locale) {
        Page<Notice> found = notices.list(actor, unread, page);
        return new Page<>(
                found.items().stream().map(notice -> view(notice, locale)).toList(),
                found.next(),
                found.total(),
                found.truncated());
    }

    /** @param truncated there are more than {@code unread} */
    record Unread(long unread, boolean truncated) {}

    @GetMapping("/unread")
    @Operation(summary = "How many you have not read")
    Unread unread(Actor actor) {
        long unread = notices.unread(actor);
        return new Unread(unread, unread >= Notices.UNREAD_MAX);
    }

    @PostMapping("/{id}/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark one as read")
    void read(Actor actor, @PathVariable UUID id) {
        if (!notices.read(actor, new NoticeId(id))) {
            throw new Problem(CommonProblem.NOT_FOUND, "notice: " + id);
        }
    }

    /** @param until when the list was fetched: what came later stays unread */
    record ReadAll(OffsetDateTime until) {}

    record Marked(int read) {}

    @PostMapping("/readings")
    @Operation(summary = "Mark all that came until a moment as read")
    Marked readAll(Actor actor, @RequestBody ReadAll body) {
        return new Marked(notices.readAll(actor, body.until().toInstant()));
    }

    private NoticeView view(Notice notice, Locale locale) {
        Object[] arguments = notice.told().arguments().toArray();
        String key = "notice." + notice.told().kind();
        return new NoticeView(
                notice.id().toString(),
                notice.told().kind(),
                messages.getMessage(key, arguments, locale),
                messages.getMessage(key + ".body", arguments, locale),
                notice.told().subject(),
                TaskViews.time(notice.at()),
                notice.readAt() != null);
    }
}
