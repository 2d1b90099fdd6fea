package io.plexica.notifications.internal.letters;

/** What has become of a message. */
public enum MessageStatus {
    /** On its way. */
    WAITING,
    /** The server has taken it. */
    SENT,
    /** There is no server: somebody must pass it on. */
    KEPT,
    /** The server does not take it: somebody must pass it on. */
    FAILED
}
