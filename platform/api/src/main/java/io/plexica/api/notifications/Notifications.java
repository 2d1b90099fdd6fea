package io.plexica.api.notifications;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Notifies people of the current tenant. A notification is written in the current unit of work and reaches people once that
 * has committed: at once whoever has the application open. When it rolls back, nobody hears of it. The tenant, and the plugin
 * as its source, are taken from the database role, so that nobody notifies in another's name. A service of bundle scope:
 * inject it with {@code @Reference}.
 *
 * <p>For what a person should know or do, not for every change: a plugin sends at most 60 notifications a minute in a tenant,
 * each to at most 10,000 people. Safe for all threads.
 */
@ProviderType
public interface Notifications {

    /**
     * Notifies people.
     *
     * @param to whom; who is not, or no longer, in the tenant, or is suspended, is left out
     * @param notification what they are told
     * @return how many people that were
     * @throws io.plexica.api.problem.PlexicaException {@code rate-limited} when the plugin has sent too many in the last
     *     minute; {@code internal-error} for a notification that is not in order, for too many people, and outside a tenant
     */
    int send(Recipients to, Notification notification);
}
