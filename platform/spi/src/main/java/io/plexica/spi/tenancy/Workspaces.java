package io.plexica.spi.tenancy;

import io.plexica.api.context.WorkspaceInfo;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The workspaces of tenants, as other rooms see them. Safe for all threads. */
@ProviderType
public interface Workspaces {

    /**
     * The workspaces that a user may enter, the default one first. A user who belongs to none yet is a MEMBER of the
     * default one. Joins the current unit of work.
     */
    List<Membership> of(String tenantSlug, UUID userId);

    /**
     * A workspace and what the user may at most do there.
     *
     * @param role {@code ADMIN}, {@code MEMBER} or {@code VIEWER}
     */
    record Membership(WorkspaceInfo workspace, String role) {}
}
