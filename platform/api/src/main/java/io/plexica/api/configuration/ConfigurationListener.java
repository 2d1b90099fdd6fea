package io.plexica.api.configuration;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears that settings have changed: register it as a DS service of the plugin, for what must follow them, such as a client
 * that was made with them. Whoever only reads settings needs none.
 *
 * <p>Called after the change has been committed, on <b>every</b> node, each for what it keeps in its own memory: do nothing here
 * that must be done once. Called on a thread of the platform, in the tenant's context and in a unit of work of its own, with
 * nobody signed in; changes of one plugin one after the other, only for tenants that have this version enabled. It may block,
 * but not for longer than the platform's bound for lifecycle methods (30 s unless configured): then it is interrupted. What it
 * throws goes to the log. A call may come twice, or without a change, as when a node has not heard from the others for a
 * while; several changes at once may come as one.
 */
@ConsumerType
public interface ConfigurationListener {

    /** Settings may have changed; read them anew from {@link PluginConfiguration}. */
    void configurationChanged(ConfigurationChange change);
}
