package io.plexica.plugins.internal.host;

import io.plexica.api.hooks.HookHandler;

/**
 * A component that runs at a hook.
 *
 * @param hook the hook's name
 * @param order its place among the handlers of a chain
 * @param handler the component
 */
public record HostedHandler(String hook, int order, HookHandler handler) {}
