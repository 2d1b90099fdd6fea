package io.plexica.plugins.internal.plan;

import java.util.Locale;

/** What is done to a plugin in a tenant. */
public enum Action {
    INSTALL,
    ENABLE,
    DISABLE,
    UPGRADE,
    DOWNGRADE,
    UNINSTALL,
    DELETE_DATA;

    /** Whether the plugin's migrations run. */
    public boolean bringsTables() {
        return this == INSTALL || this == UPGRADE || this == DOWNGRADE;
    }

    /** As people and programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
