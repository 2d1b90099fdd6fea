package io.plexica.api.manifest;

/**
 * A service that the plugin uses.
 *
 * @param name the full name of its interface
 * @param version OSGi range of versions that will do
 * @param optional whether the plugin also works without it
 */
public record ServiceNeed(String name, String version, boolean optional) {}
