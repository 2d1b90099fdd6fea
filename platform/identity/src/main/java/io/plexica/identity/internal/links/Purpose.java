package io.plexica.identity.internal.links;

/** What a link is for. */
public enum Purpose {
    /** Somebody new sets a first password. */
    INVITATION("invitation"),
    /** Somebody known sets another one. */
    PASSWORD_RESET("password-reset");

    private final String written;

    Purpose(String written) {
        this.written = written;
    }

    /** As the API and the templates of messages write it. */
    public String written() {
        return written;
    }
}
