package io.plexica.api.context;

import java.util.UUID;

/**
 * A workspace: a part of a tenant with members and settings of its own.
 *
 * @param id stable identifier
 * @param slug short name, unique in the tenant
 * @param name the name people see
 */
public record WorkspaceInfo(UUID id, String slug, String name) {}
