package io.plexica.mail.smtp.internal;

import java.time.Duration;
import java.util.Properties;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the mail server is and how to talk to it.
 *
 * @param user empty for none
 * @param password null for none; never shown
 * @param trust names of servers whose certificates are believed unseen, for tests; empty for none
 */
record SmtpSettings(
        String host,
        int port,
        String user,
        @Nullable String password,
        InternetAddress from,
        Tls tls,
        Duration timeout,
        String trust) {

    /** How the way is protected. */
    enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    static SmtpSettings of(SmtpConfig config, @Nullable String password) {
        return new SmtpSettings(
                config.smtpHost().strip(),
                config.smtpPort(),
                config.smtpUser().strip(),
                password,
                address(config.smtpFrom()),
                tls(config.smtpTls()),
                Duration.ofSeconds(config.smtpTimeout()),
                "");
    }

    /** As the library reads them. */
    Properties properties() {
        String wait = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", wait);
        properties.setProperty("mail.smtp.timeout", wait);
        properties.setProperty("mail.smtp.writetimeout", wait);
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", Boolean.toString(trust.isEmpty()));
        properties.setProperty("mail.mime.allowutf8", "true");
        if (!trust.isEmpty()) {
            properties.setProperty("mail.smtp.ssl.trust", trust);
        }
        return properties;
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", " + tls + "]";
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from.strip(), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "PLEXICA_SMTP_FROM must be an address such as 'Plexica <no-reply@example.com>'", e);
        }
    }

    private static Tls tls(String text) {
        for (Tls tls : Tls.values()) {
            if (tls.name().equalsIgnoreCase(text.strip())) {
                return tls;
            }
        }
        throw new IllegalArgumentException("PLEXICA_SMTP_TLS must be none, starttls or tls");
    }
}
