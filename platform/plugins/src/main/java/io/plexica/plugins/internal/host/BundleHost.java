package io.plexica.plugins.internal.host;

import io.plexica.plugins.internal.check.Candidate;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Version;

/** The OSGi framework, as far as plugins need it. Only one thread at a time calls what changes something. */
public interface BundleHost {

    /** The version of the platform that runs. */
    Version platform();

    /** What is installed under a symbolic name and is no plugin. */
    Optional<String> foreigner(String symbolicName);

    /**
     * Installs a plugin's bundle, without resolving or starting it.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} when the framework refuses it
     */
    HostedPlugin install(Candidate candidate, Path jar);

    /** Uninstalls all plugins' bundles, such as those that an earlier run left. */
    void removeAll();
}
