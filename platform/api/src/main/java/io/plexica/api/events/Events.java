package io.plexica.api.events;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Publishes events. An event is written with the commit of the current unit of work, or not at all; tenant and plugin are
 * taken from the database role, workspace, user and trace from the context, so that nobody publishes in another's name. It
 * is delivered after the commit, at least once, to every plugin that the tenant has enabled and that handles it, in the order
 * in which events of one aggregate were published. A service of bundle scope: inject it with {@code @Reference}.
 *
 * <p>Events of one aggregate are in the order of the commits, and within a unit of work in that of the calls. Nobody waits at
 * {@link #publish}, and at the commit only for another's that is under way. Safe for all threads.
 */
@ProviderType
public interface Events {

    /**
     * Publishes an event.
     *
     * @param name {@code <plugin>.<entity>.<event>}, such as {@code crm.contact.created}; one of those that the plugin's
     *     manifest lists at {@code events.publishes}
     * @param aggregateId identifier of the thing that it is about, at most 200 characters; events of one entity and
     *     identifier stay in order
     * @param payload what happened, as a value that Jackson writes as a JSON object of at most 256 KiB
     * @return the event's id
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} for a name that the manifest does not list, a
     *     payload that is no such object, in a unit of work that only reads, and where there is no tenant
     */
    UUID publish(String name, String aggregateId, Object payload);
}
