package io.plexica.mail.smtp.internal;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import io.plexica.spi.mail.MailRefusedException;
import io.plexica.spi.mail.MailTransport;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;

/** Hands mail to a server, each on a connection of its own. Safe for all threads. */
final class SmtpTransport implements MailTransport {

    private static final String UTF8 = StandardCharsets.UTF_8.name();

    /** The server wants a login or encryption first: a matter of settings, not of this mail. */
    private static final int NOT_YET = 530;

    private final SmtpSettings settings;
    private final Session session;

    SmtpTransport(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(settings.properties());
    }

    /** The library looks for its parts in the thread's class loader, so it gets its own. */
    @Override
    public void deliver(Mail mail) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            send(message(mail));
        } catch (AddressException e) {
            throw new MailRefusedException("the address is not one that mail can go to", e);
        } catch (MessagingException e) {
            String refusal = refusal(e);
            if (refusal != null) {
                throw new MailRefusedException(refusal, e);
            }
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void send(MimeMessage message) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(settings.from());
        message.setRecipient(Message.RecipientType.TO, recipient(mail.to()));
        message.setSubject(oneLine(mail.subject()), UTF8);
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** Domains in other scripts go in the form that every server understands. */
    private static InternetAddress recipient(String to) throws AddressException {
        int at = to.lastIndexOf('@');
        if (at < 1 || to.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("Not an address", to);
        }
        try {
            InternetAddress address = new InternetAddress(to.substring(0, at + 1) + IDN.toASCII(to.substring(at + 1)));
            address.validate();
            return address;
        } catch (IllegalArgumentException e) {
            AddressException refused = new AddressException("Not a domain", to);
            refused.initCause(e);
            throw refused;
        }
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    /** What the server said when it refused for good; null when it may take the mail another time. */
    private static @Nullable String refusal(MessagingException failure) {
        @Nullable Exception part = failure;
        while (part instanceof MessagingException messaging) {
            int code = code(messaging);
            if (code >= 500 && code != NOT_YET) {
                return oneLine(String.valueOf(messaging.getMessage())).strip();
            }
            part = messaging.getNextException();
        }
        return null;
    }

    private static int code(MessagingException failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
    }
}
