package io.plexica.api.configuration;

import io.plexica.api.context.TenantInfo;
import io.plexica.api.context.WorkspaceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where settings have changed.
 *
 * @param tenant in which tenant
 * @param workspace in which workspace alone; null when the tenant's own settings changed, which hold in all of its workspaces
 *     but where those have set something else
 */
public record ConfigurationChange(
        TenantInfo tenant, @Nullable WorkspaceInfo workspace) {}
