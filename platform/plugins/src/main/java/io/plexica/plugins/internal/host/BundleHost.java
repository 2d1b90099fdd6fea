package io.plexica.plugins.internal.host;

import io.plexica.plugins.internal.check.Candidate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * The OSGi framework, as far as plugins need it. Only one thread at a time calls what changes something; a plugin that is
 * installed starts and is removed on any thread.
 */
public interface BundleHost {

    /** The version of the platform that runs. */
    Version platform();

    /** What is installed under a symbolic name and is no plugin. */
    Optional<String> foreigner(String symbolicName);

    /** The packages of the API bundles that are installed. */
    Set<String> apiPackages();

    /** What the API bundles that a plugin carries take that is somebody else's, in words; empty when all is well. */
    List<String> apiClashes(Candidate candidate);

    /**
     * Installs the API bundles that a plugin carries, as far as they are not there. They stay until the platform starts anew.
     *
     * @return takes back those that nobody else has by then, for a plugin that is refused after all; called as this is
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} when they clash or do not resolve
     */
    Runnable carry(Candidate candidate, Path jar);

    /**
     * Installs a plugin's bundle, without resolving or starting it.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} when the framework refuses it
     */
    HostedPlugin install(Candidate candidate, Path jar);

    /** Uninstalls all plugins' bundles and their API bundles, such as those that an earlier run left. */
    void removeAll();
}
