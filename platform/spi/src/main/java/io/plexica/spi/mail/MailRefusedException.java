package io.plexica.spi.mail;

/** The server does not take a mail and never will: no such mailbox, for example. Other failures are tried again. */
public final class MailRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A refusal in the server's words. */
    public MailRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
