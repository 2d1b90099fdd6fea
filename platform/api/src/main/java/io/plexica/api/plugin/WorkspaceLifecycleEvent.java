package io.plexica.api.plugin;

import io.plexica.api.context.TenantInfo;
import io.plexica.api.context.WorkspaceInfo;

/**
 * One turn in a plugin's life in a workspace.
 *
 * @param tenant where it happens
 * @param workspace in which of its workspaces
 * @param version the version that the tenant is on
 * @since 1.1
 */
public record WorkspaceLifecycleEvent(TenantInfo tenant, WorkspaceInfo workspace, String version) {}
