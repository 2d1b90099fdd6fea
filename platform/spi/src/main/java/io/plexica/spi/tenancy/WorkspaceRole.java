package io.plexica.spi.tenancy;

/** What a member may at most do in a workspace; caps what roles grant there. */
public enum WorkspaceRole {
    /** As granted, and manages the workspace. */
    ADMIN,
    /** As granted. */
    MEMBER,
    /** Reads: the actions {@code read}, {@code list}, {@code view} and {@code export} alone. */
    VIEWER
}
