package io.plexica.plugins.internal.check;

import io.plexica.api.events.EventHandler;
import io.plexica.api.events.HandlesEvent;
import io.plexica.api.hooks.HandlesHook;
import io.plexica.api.hooks.HookHandler;
import io.plexica.api.jobs.HandlesJob;
import io.plexica.api.jobs.JobHandler;
import io.plexica.api.plugin.PluginLifecycle;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.search.Reindexer;
import java.util.List;
import java.util.Map;

/**
 * A DS component as its description says.
 *
 * @param name its name
 * @param implementation its class
 * @param services the types it is registered under
 * @param references the types it waits for
 * @param properties its properties; of an array the text of its first value
 */
public record ComponentDescription(
        String name,
        String implementation,
        List<String> services,
        List<String> references,
        Map<String, String> properties) {

    public ComponentDescription {
        services = List.copyOf(services);
        references = List.copyOf(references);
        properties = Map.copyOf(properties);
    }

    /** Whether it is marked as a REST resource. */
    public boolean isResource() {
        return "true".equals(properties.get(PlexicaResource.PROPERTY));
    }

    /** Whether it runs at a hook. */
    public boolean isHookHandler() {
        return services.contains(HookHandler.class.getName());
    }

    /** The hook at which it runs; empty when it does not say. */
    public String hook() {
        return properties.getOrDefault(HandlesHook.PREFIX_ + "name", "");
    }

    /** Its place among the handlers of a hook. */
    public int hookOrder() {
        String order = properties.getOrDefault(HandlesHook.PREFIX_ + "order", "0");
        return order.matches("-?\\d{1,9}") ? Integer.parseInt(order) : 0;
    }

    /** Whether it handles an event. */
    public boolean isEventHandler() {
        return services.contains(EventHandler.class.getName());
    }

    /** The event that it handles; empty when it does not say. */
    public String event() {
        return properties.getOrDefault(HandlesEvent.PREFIX_ + "name", "");
    }

    /** Whether it tells all documents of a type. */
    public boolean isReindexer() {
        return services.contains(Reindexer.class.getName());
    }

    /** Whether it does a job. */
    public boolean isJobHandler() {
        return services.contains(JobHandler.class.getName());
    }

    /** The job that it does; empty when it does not say. */
    public String job() {
        return properties.getOrDefault(HandlesJob.PREFIX_ + "name", "");
    }

    /** Whether it takes part in the plugin's life. */
    public boolean isLifecycle() {
        return services.contains(PluginLifecycle.class.getName());
    }
}
