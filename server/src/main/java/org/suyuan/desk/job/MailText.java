package org.suyuan.desk.job;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.suyuan.desk.Addresses;
import org.suyuan.desk.Mail;

/** Writes a letter in its reader's language. */
@Component
class MailText {
    private final MessageSource messages;
    private final Addresses addresses;
    private final String console;

    MailText(
            MessageSource messages,
            Addresses addresses,
            @Value("${suyuan.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.messages = messages;
        this.addresses = addresses;
        this.console = publicUrl.replaceFirst("/+$", "") + "/console/";
    }

    record Written(String sender, String subject, String plain, String html) {}

    Written of(Mail mail) {
        Locale locale = mail.language();
        Object[] arguments = mail.told().arguments().toArray();
        String name = addresses
                .recipient(mail.person())
                .map(Addresses.Recipient::name)
                .orElse(mail.address());
        String subject = text("notice." + mail.told().kind(), locale, arguments);
        String greeting = text("mail.greeting", locale, name);
        String body = text("notice." + mail.told().kind() + ".body", locale, arguments);
        String open = text("mail.open", locale, console);
        String why = text("mail.why", locale);
        // A line break in what somebody typed must not become a header.
        String oneLine = subject.replaceAll("\\R", " ");
        return new Written(
                text("mail.sender", locale),
                oneLine,
                String.join("\n\n", greeting, body, open, "-- \n" + why) + "\n",
                html(locale, oneLine, greeting, body, why));
    }

    private String html(Locale locale, String title, String greeting, String body, String why) {
        String link = "<a href=\"" + HtmlUtils.htmlEscape(console) + "\">" + HtmlUtils.htmlEscape(console) + "</a>";
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family: sans-serif; color: #1F2A37; max-width: 40em">
                <p>%s</p>
                <p>%s</p>
                <p>%s</p>
                <p style="color: #4B5563; font-size: smaller">%s</p>
                </body>
                </html>
                """.formatted(
                        locale.getLanguage(),
                        HtmlUtils.htmlEscape(title),
                        HtmlUtils.htmlEscape(greeting),
                        HtmlUtils.htmlEscape(body),
                        text("mail.open", locale, link),
                        HtmlUtils.htmlEscape(why));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
