package io.plexica.events.internal.rest;

import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are to be delivered again; what is left out stands for any.
 *
 * @param tenant only for super admins who name no tenant otherwise
 */
public record ReplayBody(
        @Nullable String plugin,
        @Nullable String event,
        @Nullable String tenant) {}
