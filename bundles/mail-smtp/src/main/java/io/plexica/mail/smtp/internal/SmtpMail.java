package io.plexica.mail.smtp.internal;

import io.plexica.spi.config.Secrets;
import io.plexica.spi.mail.MailTransport;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a way for mail to leave while a server is configured. */
@Component(
        service = SmtpMail.class,
        immediate = true,
        configurationPid = "io.plexica.mail.smtp",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SmtpMail {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMail.class);

    private final @Nullable ServiceRegistration<MailTransport> registration;

    @Activate
    public SmtpMail(BundleContext context, SmtpConfig config, @Reference Secrets secrets) {
        if (config.smtpHost().isBlank()) {
            registration = null;
            LOG.info("No mail server is configured: messages are kept for admins to read");
            return;
        }
        String password = config.smtpUser().isBlank() ? null : secrets.require("SMTP_PASSWORD");
        SmtpSettings settings = SmtpSettings.of(config, password);
        registration = context.registerService(MailTransport.class, new SmtpTransport(settings), null);
        LOG.info("Mail leaves by {}", settings);
    }

    @Deactivate
    void stop() {
        if (registration != null) {
            registration.unregister();
        }
    }
}
