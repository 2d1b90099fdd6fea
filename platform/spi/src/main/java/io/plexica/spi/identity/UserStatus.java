package io.plexica.spi.identity;

/** Whether somebody may use the platform. */
public enum UserStatus {
    /** May come in. */
    ACTIVE,
    /** Was invited and has not accepted yet. */
    INACTIVE,
    /** Was shut out by an admin. */
    SUSPENDED
}
