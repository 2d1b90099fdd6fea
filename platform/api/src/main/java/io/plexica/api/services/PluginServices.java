package io.plexica.api.services;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds services of other plugins. A service is a public interface that lives in an API bundle; a plugin offers it by a DS
 * component and names it in its manifest under {@code services.provides}. Inject this with {@code @Reference} and ask anew
 * for each piece of work: which version answers, and whether any does, depends on the tenant that is asking.
 *
 * <p>A call of what is found runs on the caller's thread, in the provider's name: its tables, its class loader, with the
 * caller's tenant, workspace, user, rights and trace, and within the caller's unit of work where there is one. What the
 * provider throws as a {@link io.plexica.api.problem.PlexicaException}, or as an exception that the method declares, reaches
 * the caller; anything else becomes {@code plugin-error} with the provider's name. Where the provider has left meanwhile, a
 * call fails with {@code plugin-unavailable}.
 *
 * <p>Safe for all threads. What is found holds nothing of the provider's; it is cheap to make and not worth keeping.
 */
@ProviderType
public interface PluginServices {

    /**
     * The service of this type in the calling thread's tenant, by the version that the tenant is on.
     *
     * @return empty where no plugin that is enabled there offers it, and outside a tenant; of several the one whose plugin's
     *     id comes first
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} for a type that is no public interface
     */
    <T> Optional<T> find(Class<T> type);

    /** The services of this type in the calling thread's tenant, of each plugin that offers it there, in the order of ids. */
    <T> List<T> all(Class<T> type);
}
