package io.plexica.spi.mail;

import org.osgi.annotation.versioning.ConsumerType;

/** A way for mail to leave: register it as a service while it is configured. Called on a worker thread; may block. */
@ConsumerType
public interface MailTransport {

    /**
     * Hands one mail over.
     *
     * @throws MailRefusedException when the server will never take it, with its words
     * @throws Exception when it does not take it now; it is tried again later
     */
    void deliver(Mail mail) throws Exception;

    /**
     * One mail.
     *
     * @param to the address
     * @param subject one line
     * @param text plain text
     * @param html the same as HTML
     */
    record Mail(String to, String subject, String text, String html) {}
}
