package org.suyuan.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.desk.MailSettings;
import org.suyuan.desk.NoticeKind;
import org.suyuan.desk.Notices;
import org.suyuan.desk.Preferences;
import org.suyuan.desk.Settings;
import org.suyuan.shared.access.Actor;

/** {@code /api/desk/preferences}: how one wants the console. */
@RestController
@RequestMapping("/api/desk/preferences")
@Tag(name = "desk: settings")
class PreferenceController {
    private final Preferences preferences;
    private final Notices notices;
    private final MailSettings mail;
    private final MessageSource messages;

    PreferenceController(Preferences preferences, Notices notices, MailSettings mail, MessageSource messages) {
        this.preferences = preferences;
        this.notices = notices;
        this.mail = mail;
        this.messages = messages;
    }

    /** @param chosen false while it goes where it usually goes */
    record NoticeChoice(String kind, String name, boolean inApp, boolean mail, boolean chosen) {}

    /** @param mailOn whether the platform has a mail server at all */
    record PreferencesView(
            @Nullable String language,
            @Nullable String theme,
            List<NoticeChoice> notices,
            Map<String, List<String>> columns,
            boolean mailOn) {}

    /** @param notices by kind; kinds left out go where they usually go */
    record NewPreferences(
            @Nullable String language,
            @Nullable String theme,
            @Nullable Map<String, NoticeKind.Channels> notices,
            @Nullable Map<String, List<String>> columns) {}

    @GetMapping
    @Operation(summary = "How you want the console and where you want to be told what")
    PreferencesView find(Actor actor, Locale locale) {
        return view(preferences.of(actor), locale);
    }

    @PutMapping
    @Operation(summary = "Replace it")
    PreferencesView choose(Actor actor, @RequestBody NewPreferences body, Locale locale) {
        Settings settings = new Settings(
                body.language(),
                body.theme(),
                body.notices() == null ? Map.of() : body.notices(),
                body.columns() == null ? Map.of() : body.columns());
        return view(preferences.choose(actor, settings), locale);
    }

    private PreferencesView view(Settings settings, Locale locale) {
        List<NoticeChoice> choices = notices.kinds().stream()
                .sorted(Comparator.comparing(NoticeKind::code))
                .map(kind -> choice(kind, settings, locale))
                .toList();
        return new PreferencesView(settings.language(), settings.theme(), choices, settings.columns(), mail.isOn());
    }

    private NoticeChoice choice(NoticeKind kind, Settings settings, Locale locale) {
        NoticeKind.Channels chosen = settings.notices().get(kind.code());
        NoticeKind.Channels channels = chosen == null ? kind.usual() : chosen;
        String name = messages.getMessage("notice." + kind.code() + ".name", null, locale);
        return new NoticeChoice(kind.code(), name, channels.inApp(), channels.mail(), chosen != null);
    }
}
