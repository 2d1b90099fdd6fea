package io.plexica.plugins.internal.configuration;

import io.plexica.api.configuration.PluginConfiguration;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.settings.FeatureFlags;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each plugin's bundle its own settings, by the manifest that it holds, and any other bundle none. */
public final class BundleConfiguration implements ServiceFactory<PluginConfiguration> {

    private final ManifestReader manifests = new ManifestReader();
    private final ConfigurationMemory memory;
    private final SecretKeys keys;
    private final FeatureFlags flags;

    /** Answers from these. */
    public BundleConfiguration(ConfigurationMemory memory, SecretKeys keys, FeatureFlags flags) {
        this.memory = memory;
        this.keys = keys;
        this.flags = flags;
    }

    @Override
    public PluginConfiguration getService(Bundle bundle, ServiceRegistration<PluginConfiguration> registration) {
        if (PluginRef.ofLocation(bundle.getLocation()).isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, bundle.getSymbolicName() + " is no plugin and has no settings");
        }
        return new OwnConfiguration(manifest(bundle), memory, keys, flags);
    }

    @Override
    public void ungetService(
            Bundle bundle, ServiceRegistration<PluginConfiguration> registration, PluginConfiguration service) {}

    private PluginManifest manifest(Bundle bundle) {
        URL entry = bundle.getEntry(ArchiveContents.MANIFEST);
        try (InputStream in = entry.openStream()) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return manifests.accepted(manifests.raw(json));
        } catch (IOException e) {
            throw new IllegalStateException("The manifest of " + bundle.getLocation() + " was read before", e);
        }
    }
}
