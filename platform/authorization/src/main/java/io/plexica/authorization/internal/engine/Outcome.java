package io.plexica.authorization.internal.engine;

/** What is decided. */
public enum Outcome {
    ALLOW,
    DENY,
    /** It depends on the resource, which is not known yet. */
    OPEN
}
