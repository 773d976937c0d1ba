package org.suyuan.desk.job;

import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.suyuan.desk.Mail;
import org.suyuan.desk.MailSettings;

/** Speaks SMTP (RFC 5321) with the mail server. */
@Component
class MailServer {
    /** A server that says nothing for so long is down. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MailSettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailServer(MailSettings settings) {
        this.settings = settings;
        String protocol = settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String prefix = "mail." + protocol + ".";
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(prefix + timeout, String.valueOf(PATIENCE.toMillis()));
        }
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        if (!settings.username().isEmpty()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
            properties.setProperty(prefix + "auth", "true");
        }
    }

    /** What became of an attempt. */
    sealed interface Result {
        /** The server has it. */
        record Taken() implements Result {}

        /** It would be refused again: there is no such address, or the letter cannot be written. */
        record Refused(String why) implements Result {}

        /** Another time, perhaps. */
        record Failed(String why, boolean serverDown) implements Result {}
    }

    Result send(Mail mail, MailText.Written text) {
        try {
            sender.send(message -> {
                MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
                helper.setFrom(settings.from(), text.sender());
                helper.setTo(mail.address());
                helper.setSubject(text.subject());
                helper.setText(text.plain(), text.html());
                helper.setSentDate(Date.from(mail.at()));
                message.setHeader("Message-ID", "<" + mail.id() + "@" + settings.domain() + ">");
                message.setHeader("Content-Language", mail.language().toLanguageTag());
                // RFC 3834 §5: nobody's holiday note should answer.
                message.setHeader("Auto-Submitted", "auto-generated");
            });
            return new Result.Taken();
        } catch (MailSendException e) {
            return failed(e);
        } catch (MailParseException | MailPreparationException e) {
            return new Result.Refused(String.valueOf(e.getMessage()));
        } catch (MailException e) {
            return new Result.Failed(String.valueOf(e.getMessage()), true);
        }
    }

    /** Addresses that the server answers with 5xx come back as invalid, those with 4xx as unsent (RFC 5321 §4.2.1). */
    private static Result failed(MailSendException e) {
        for (Exception each : e.getFailedMessages().values()) {
            if (each instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return new Result.Refused(String.valueOf(refused.getMessage()).strip());
            }
        }
        boolean down = e.getFailedMessages().isEmpty();
        Exception first = down ? e : e.getFailedMessages().values().iterator().next();
        return new Result.Failed(String.valueOf(first.getMessage()).strip(), down);
    }
}
