package io.plexica.plugins.internal.deploy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.settings.PluginsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jars in the deploy folder that are no plugins: ordinary bundles, for developers only. */
@Component(service = OrdinaryBundles.class)
public final class OrdinaryBundles {

    private static final Logger LOG = LoggerFactory.getLogger(OrdinaryBundles.class);
    private static final String SCHEME = "plexica-deploy:";

    private final BundleContext context;
    private final boolean allowed;

    /** Allowed in development mode. */
    @Activate
    public OrdinaryBundles(BundleContext context, @Reference PluginsSettings settings) {
        this.context = context;
        this.allowed = settings.dev();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(SCHEME)) {
                uninstall(bundle);
            }
        }
    }

    /**
     * Installs and starts a bundle, or updates the one that the file brought before.
     *
     * @throws PlexicaException {@code plugin-invalid} outside development mode, or when it does not start
     */
    void start(String fileName, Path jar) {
        if (!allowed) {
            throw new PlexicaException(
                    ErrorCode.PLUGIN_INVALID,
                    "The jar is no plugin: it has no META-INF/plexica/plugin.json. Ordinary bundles are started in "
                            + "development mode only (PLEXICA_DEV=true)");
        }
        remove(fileName);
        Bundle bundle = null;
        try (InputStream in = Files.newInputStream(jar)) {
            bundle = context.installBundle(SCHEME + fileName, in);
            bundle.start(Bundle.START_TRANSIENT);
            LOG.info("{} was started as an ordinary bundle, in development mode", fileName);
        } catch (BundleException | IOException e) {
            uninstall(bundle);
            throw new PlexicaException(ErrorCode.PLUGIN_INVALID, "The bundle does not start: " + e.getMessage(), e);
        }
    }

    /** Uninstalls what a file brought; no error when that is nothing. */
    void remove(String fileName) {
        uninstall(context.getBundle(SCHEME + fileName));
    }

    private static void uninstall(@Nullable Bundle bundle) {
        if (bundle == null) {
            return;
        }
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.warn("{} could not be uninstalled", bundle.getLocation(), e);
        }
    }
}
