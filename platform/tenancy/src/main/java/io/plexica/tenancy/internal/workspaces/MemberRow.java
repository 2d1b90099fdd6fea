package io.plexica.tenancy.internal.workspaces;

import io.plexica.spi.tenancy.WorkspaceRole;
import java.time.Instant;
import java.util.UUID;

/**
 * A member of a workspace as the table has it.
 *
 * @param version grows with every change
 */
public record MemberRow(UUID userId, WorkspaceRole role, long version, Instant createdAt, Instant updatedAt) {}
