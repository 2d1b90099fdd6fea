package io.plexica.data.internal.migrate;

/** The tables that migrations made are not what the platform needs; the message says why, in words for people. */
public final class UnsuitableTablesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Tables that will not do. */
    public UnsuitableTablesException(String message) {
        super(message);
    }
}
