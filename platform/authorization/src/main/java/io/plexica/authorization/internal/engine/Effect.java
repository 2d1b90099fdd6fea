package io.plexica.authorization.internal.engine;

/** What a policy does where it applies. */
public enum Effect {
    /** Only where one of these is true may it be done. */
    ALLOW,
    /** Where one of these is true, or cannot be told, it may not be done. */
    DENY
}
