package io.plexica.spi.signal;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells every node that something in the database has changed which nodes keep in memory: who is signed in, what somebody
 * may do, which tenants there are. A signal says where to look, never what to believe. It travels through the database,
 * so it needs nothing else, and reaches all nodes well within a second. Safe for all threads.
 */
@ProviderType
public interface Signals {

    /** Sessions, tokens, users and API keys that are dead; the key is the tenant's slug, or empty for the platform. */
    String REVOCATIONS = "revocations";

    /** Roles, policies, permissions and who holds them; the key is the tenant's slug. */
    String GRANTS = "grants";

    /** Tenants: status, name, plan, settings, theme; the key is the slug. */
    String TENANTS = "tenants";

    /** Users' rows as they are mirrored; the key is the tenant's slug, or empty for super admins. */
    String USERS = "users";

    /** Workspaces and their members; the key is the tenant's slug. */
    String WORKSPACES = "workspaces";

    /** Published versions and installations; the key is the tenant's slug, or empty for the platform. */
    String PLUGINS = "plugins";

    /** Settings of plugins; the key is {@code <slug>/<plugin>} or {@code <slug>/<plugin>/<workspace>}, or the slug alone. */
    String CONFIGURATION = "configuration";

    /** Feature flags; the key is empty. */
    String FLAGS = "flags";

    /** Long work; the key is the operation's id. */
    String OPERATIONS = "operations";

    /**
     * Notifications of people; the key is {@code <slug>/<notification>}, or {@code <slug>/<notification>/<user>} when only
     * one of them is concerned. The slug is empty for super admins, the notification where several are.
     */
    String NOTIFICATIONS = "notifications";

    /** What the platform has to tell people and has not yet; the key is empty. */
    String NOTICES = "notices";

    /**
     * Announces a change in the current unit of work: every node hears of it, this one too, once it has committed, and
     * nobody when it rolls back. Outside a unit of work it commits on its own. Blocks for one statement, and after the
     * commit for some milliseconds, until this node's listeners have heard: whoever makes a change meets it at once. Meant
     * for changes that people make, not for every request.
     *
     * @param topic one of the topics here
     * @param key what has changed, at most 200 characters; empty for all of the topic
     */
    void announce(String topic, String key);

    /**
     * Whether this node has heard all that was announced until a second ago. While it has not, nothing that is remembered
     * of tokens and rights may be used: ask the database instead, which then answers or fails. One volatile read, for the
     * hot path.
     */
    boolean isCurrent();
}
