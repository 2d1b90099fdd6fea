package io.plexica.spi.limits;

import org.jspecify.annotations.Nullable;

/**
 * What is counted together: the calls of one caller, in one tenant, of one route. No two tenants ever share one.
 *
 * @param tenant the tenant's slug; null outside any
 * @param caller the id of a user or machine, or the address of somebody unknown
 * @param route the method that answers, however its path was filled
 */
public record Bucket(@Nullable String tenant, String caller, String route) {}
