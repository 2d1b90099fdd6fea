package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.spi.tenancy.WorkspaceListener;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes away what a workspace has decided about plugins, when it goes. */
@Component
public final class WorkspaceRemoval implements WorkspaceListener {

    private final LevelStore levels;

    /** Takes it from here. */
    @Activate
    public WorkspaceRemoval(@Reference LevelStore levels) {
        this.levels = levels;
    }

    @Override
    public void removed(String tenantSlug, UUID workspaceId) {
        levels.forgetWorkspace(tenantSlug, workspaceId);
    }
}
