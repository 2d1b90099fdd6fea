package io.plexica.spi.mail;

import org.osgi.annotation.versioning.ConsumerType;

/** A way for mail to leave: register it as a service while it is configured. Called on a worker thread; may block. */
@ConsumerType
public interface MailTransport {

    /**
     * Hands one mail over.
     *
     * @throws Exception when the server does not take it, with its words
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
