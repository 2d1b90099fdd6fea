package io.plexica.api.shared;

/** What one plugin lets another do with its values. */
public enum SharedAccess {

    /** Read them. */
    READ,

    /** Read, write and remove them. */
    WRITE
}
