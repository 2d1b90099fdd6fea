package io.plexica.identity.internal.teams;

/** What a member is in a team. */
public enum TeamRole {
    /** Manages the members. */
    ADMIN,
    /** Belongs to it. */
    MEMBER
}
