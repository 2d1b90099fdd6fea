package io.plexica.mail.smtp.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this bundle. */
@ObjectClassDefinition(name = "Mail", description = "The server by which mail leaves", pid = "io.plexica.mail.smtp")
@interface SmtpConfig {

    @AttributeDefinition(
            name = "PLEXICA_SMTP_HOST",
            description =
                    "The mail server's name; empty for none: messages are then kept for admins to read. Since 1.1.")
    String smtpHost() default "";

    @AttributeDefinition(
            name = "PLEXICA_SMTP_PORT",
            description = "The mail server's port. Since 1.1.",
            min = "1",
            max = "65535")
    int smtpPort() default 587;

    @AttributeDefinition(
            name = "PLEXICA_SMTP_USER",
            description = "The login at the mail server; empty for none. Its password is the secret SMTP_PASSWORD."
                    + " Since 1.1.")
    String smtpUser() default "";

    @AttributeDefinition(
            name = "PLEXICA_SMTP_FROM",
            description = "From whom mail comes, such as 'Plexica <no-reply@example.com>'; needed with a mail server."
                    + " Since 1.1.")
    String smtpFrom() default "";

    @AttributeDefinition(
            name = "PLEXICA_SMTP_TLS",
            description =
                    "How the way to the mail server is protected: none, starttls (refused where the server cannot)"
                            + " or tls. Since 1.1.",
            options = {
                @org.osgi.service.metatype.annotations.Option(label = "none", value = "none"),
                @org.osgi.service.metatype.annotations.Option(label = "starttls", value = "starttls"),
                @org.osgi.service.metatype.annotations.Option(label = "tls", value = "tls")
            })
    String smtpTls() default "starttls";

    @AttributeDefinition(
            name = "PLEXICA_SMTP_TIMEOUT",
            description = "Seconds for which the mail server may be silent. Since 1.1.",
            min = "1",
            max = "120")
    int smtpTimeout() default 20;
}
