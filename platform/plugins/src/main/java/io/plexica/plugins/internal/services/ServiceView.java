package io.plexica.plugins.internal.services;

/**
 * A service as callers see it.
 *
 * @param name the full name of its interface
 * @param version the version of the interface's package
 * @param plugin the plugin that offers it
 * @param pluginVersion the version of the plugin that the tenant is on
 */
public record ServiceView(String name, String version, String plugin, String pluginVersion) {}
