package io.plexica.api.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What the plugin contributes to a place in the web console.
 *
 * @param point the extension point
 * @param module the module's name, such as {@code ./contacts} for {@code ui/contacts.js}
 * @param order where it stands among others, small numbers first
 * @param permission who sees it; null for everybody
 */
public record Contribution(
        String point,
        String module,
        @Nullable String label,
        @Nullable String icon,
        int order,
        @Nullable String permission) {}
