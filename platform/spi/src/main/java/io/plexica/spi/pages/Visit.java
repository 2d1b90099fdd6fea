package io.plexica.spi.pages;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's look at an address.
 *
 * @param path the path as it was sent, without the query and without what names the tenant; begins with a slash
 * @param query as it was sent; null for none
 * @param operators whether it is the host of the super admins, on which nothing of tenants and plugins may be
 * @param tenant the slug that host or path names, whether there is such a tenant or not; null for none
 * @param base what stands before the path: {@code /t/<slug>} where the path names the tenant, else nothing
 * @param origin scheme, host and port by which the platform was reached
 * @param languages the header {@code Accept-Language}; empty for none
 */
public record Visit(
        String path,
        @Nullable String query,
        boolean operators,
        @Nullable String tenant,
        String base,
        String origin,
        String languages) {}
