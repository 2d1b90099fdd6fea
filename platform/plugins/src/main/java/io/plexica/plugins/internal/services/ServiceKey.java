package io.plexica.plugins.internal.services;

import io.plexica.spi.plugins.PluginRef;
import org.jspecify.annotations.Nullable;

/**
 * What calls of services are counted by.
 *
 * @param caller the plugin version that calls; null for the platform
 */
record ServiceKey(PluginRef provider, @Nullable PluginRef caller, String tenantSlug) {}
