package io.plexica.api.plugin;

import io.plexica.api.context.TenantInfo;
import org.jspecify.annotations.Nullable;

/**
 * One turn in a plugin's life in a tenant.
 *
 * @param tenant where it happens
 * @param version the version that is installed, enabled, disabled, upgraded to or uninstalled
 * @param previousVersion the version served until now; only for an upgrade
 */
public record LifecycleEvent(
        TenantInfo tenant, String version, @Nullable String previousVersion) {}
