package org.suyuan.desk;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server of {@code suyuan.mail.*}; without a host no letters are written. */
@Component
public class MailSettings {
    private final String host;
    private final int port;
    private final Security security;
    private final String username;
    private final String password;
    private final String from;

    MailSettings(
            @Value("${suyuan.mail.host:}") String host,
            @Value("${suyuan.mail.port:25}") int port,
            @Value("${suyuan.mail.security:none}") String security,
            @Value("${suyuan.mail.username:}") String username,
            @Value("${suyuan.mail.password:}") String password,
            @Value("${suyuan.mail.from:suyuan@localhost}") String from) {
        this.host = host;
        this.port = port;
        this.security = Security.valueOf(security.toUpperCase(Locale.ROOT));
        this.username = username;
        this.password = password;
        this.from = from;
    }

    /** How the connection to the server is protected. */
    public enum Security {
        NONE,
        /** Plain at first, then TLS or nothing: a server that cannot is not sent to. */
        STARTTLS,
        TLS
    }

    public boolean isOn() {
        return !host.isBlank();
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public Security security() {
        return security;
    }

    public String username() {
        return username;
    }

    public String password() {
        return password;
    }

    public String from() {
        return from;
    }

    /** What follows the @ in Message-IDs. */
    public String domain() {
        return from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }
}
