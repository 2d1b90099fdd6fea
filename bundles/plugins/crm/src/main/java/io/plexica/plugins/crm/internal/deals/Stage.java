package io.plexica.plugins.crm.internal.deals;

/** How far a deal has come. */
public enum Stage {
    NEW,
    QUALIFIED,
    WON,
    LOST
}
