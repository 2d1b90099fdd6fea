package io.plexica.api.context;

import java.util.UUID;

/**
 * A tenant as a plugin sees it.
 *
 * @param id stable identifier
 * @param slug the tenant's immutable short name, such as {@code acme}
 * @param name the name people see
 * @param plan {@code free}, {@code pro}, {@code enterprise} or a configured one
 */
public record TenantInfo(UUID id, String slug, String name, String plan) {}
