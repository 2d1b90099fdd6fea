package io.plexica.identity.internal.users;

/** Whether somebody may use the platform. */
enum UserStatus {
    ACTIVE,
    INACTIVE,
    SUSPENDED
}
