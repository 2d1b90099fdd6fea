package io.plexica.authorization.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * A permission that a tenant knows.
 *
 * @param source {@code core} or the plugin that brought it
 * @param irreversible whether what it allows cannot be undone
 */
public record PermissionRow(
        String key, String name, @Nullable String description, String source, boolean irreversible) {}
