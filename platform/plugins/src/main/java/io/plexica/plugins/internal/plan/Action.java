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

    /** As people and programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
