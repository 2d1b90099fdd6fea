package io.plexica.api.manifest;

/**
 * A service that the plugin offers.
 *
 * @param name the full name of its interface
 * @param version the version of the interface's package
 */
public record ServiceOffer(String name, String version) {}
