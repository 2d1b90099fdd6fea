package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.plan.Action;

/** What actions are called in the audit log. */
final class AuditActions {

    private AuditActions() {}

    static String of(Action action) {
        return switch (action) {
            case INSTALL -> "core.plugin.installed";
            case ENABLE -> "core.plugin.enabled";
            case DISABLE -> "core.plugin.disabled";
            case UPGRADE, DOWNGRADE -> "core.plugin.upgraded";
            case UNINSTALL, DELETE_DATA -> "core.plugin.uninstalled";
        };
    }
}
