package io.plexica.api.context;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tenant, workspace and user on whose behalf the calling thread works. A service: inject it with
 * {@code @Reference}; one instance serves all threads and answers for the thread that asks.
 *
 * <p>The context is set by the platform at the entry of every request, event, job, hook and command, does not change
 * while the work runs, and is cleared afterwards. Work handed to other threads has no context unless the platform's own
 * executors carry it there.
 */
@ProviderType
public interface RequestContext {

    /**
     * The tenant in which the thread works.
     *
     * @throws io.plexica.api.problem.PlexicaException with code {@code internal-error} where there is no tenant, as on a
     *     thread of the plugin's own
     */
    TenantInfo tenant();

    /** The tenant, or empty where there is none: a public call that names no tenant, a thread of the plugin's own. */
    Optional<TenantInfo> findTenant();

    /** The workspace in which the caller works; empty outside a workspace. */
    Optional<WorkspaceInfo> workspace();

    /**
     * The calling user.
     *
     * @throws io.plexica.api.problem.PlexicaException with code {@code unauthenticated} where nobody is signed in
     */
    UserInfo user();

    /** The calling user, or empty in a public call, a job or an event without a user. */
    Optional<UserInfo> findUser();

    /** Names of the caller's roles in the tenant, such as {@code admin}; never null, empty for nobody. */
    Set<String> roles();

    /**
     * Whether the caller holds a permission.
     *
     * @param key the whole key, such as {@code crm:contacts:read}; no wildcards
     */
    boolean hasPermission(String key);

    /**
     * Demands a permission.
     *
     * @throws io.plexica.api.problem.PlexicaException with code {@code permission-denied} and the key when the caller
     *     does not hold it
     */
    void requirePermission(String key);

    /**
     * Demands a permission for one resource: roles and policies decide, those that read {@code resource.*} too. A method
     * whose permission such a policy concerns must call this, or {@link #filter}, before it returns; otherwise the call
     * fails with {@code internal-error} and nothing of it is kept.
     *
     * @param key the whole key, such as {@code crm:deals:read}; no wildcards
     * @param resource what policies read: a map of attributes, or an object whose record components or getters are the
     *     attributes; text, numbers, booleans, dates, UUIDs, enums, lists of these, and further objects or maps
     * @throws io.plexica.api.problem.PlexicaException with code {@code permission-denied} and the key
     * @since 1.1
     */
    void check(String key, Object resource);

    /**
     * Keeps those resources for which the caller holds a permission, in their order.
     *
     * @param key the whole key
     * @param resources as for {@link #check}
     * @return a new list, which may be empty
     * @since 1.1
     */
    <T> List<T> filter(String key, Collection<T> resources);

    /**
     * Whether {@link #check} and {@link #filter} look at the resource for this permission, since some policy reads it. While
     * they do not, a list can be cut into pages by the database; while they do, only {@link #filter} knows what belongs to
     * it, and how much there is.
     *
     * @param key the whole key
     * @since 1.1
     */
    default boolean dependsOnResource(String key) {
        return false;
    }

    /** The id by which logs, audit rows, events and the answer's {@code X-Trace-Id} tie this work together. */
    String traceId();
}
