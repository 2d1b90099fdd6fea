package io.plexica.api.hooks;

/**
 * A handler that did not do its part.
 *
 * @param plugin id of the plugin that it belongs to
 * @param reason what went wrong, for people
 */
public record HookFailure(String plugin, String reason) {}
