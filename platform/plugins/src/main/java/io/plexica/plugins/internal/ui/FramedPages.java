package io.plexica.plugins.internal.ui;

import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.settings.RegistrySettings;
import io.plexica.plugins.internal.store.StoredVersion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of which versions the pages run in frames without an origin. Answered from memory; safe for all threads. */
@Component(service = FramedPages.class)
public final class FramedPages {

    private final PluginsSettings settings;
    private final RegistrySettings registrySettings;

    /** Takes what it depends on. */
    @Activate
    public FramedPages(@Reference PluginsSettings settings, @Reference RegistrySettings registrySettings) {
        this.settings = settings;
        this.registrySettings = registrySettings;
    }

    /** Whether a version's pages, if it has any, run in frames. */
    public boolean isFramed(StoredVersion version) {
        boolean shipped = registrySettings.shipped().holds(version.digest());
        return TrustedPages.isSandboxed(
                version.manifest().web(), TrustedPages.isVouchedFor(version, shipped), settings.dev());
    }
}
