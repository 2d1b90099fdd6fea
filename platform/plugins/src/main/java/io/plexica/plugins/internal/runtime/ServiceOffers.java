package io.plexica.plugins.internal.runtime;

import io.plexica.api.manifest.ServiceOffer;
import io.plexica.plugins.internal.host.HostedHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the versions that run offer what to other plugins. Replaced as a whole when a version comes or goes, so that to
 * ask costs one look-up. Safe for all threads.
 */
public final class ServiceOffers {

    private static final Comparator<Handling> ORDER = Comparator.<Handling>comparingInt(
                    handling -> handling.handler().order())
            .thenComparing(handling -> handling.plugin().candidate().ref().id());

    private volatile Map<String, List<RunningPlugin>> services = Map.of();
    private volatile Map<String, List<Handling>> hooks = Map.of();

    /** The versions that offer a service. */
    public List<RunningPlugin> ofService(String type) {
        return services.getOrDefault(type, List.of());
    }

    /** The handlers of a hook, in their order. */
    public List<Handling> ofHook(String name) {
        return hooks.getOrDefault(name, List.of());
    }

    /** Looks at all that runs now. */
    synchronized void renew(Collection<RunningPlugin> running) {
        Map<String, List<Handling>> handling = new HashMap<>();
        for (RunningPlugin plugin : running) {
            for (HostedHandler handler : plugin.hosted().handlers()) {
                handling.computeIfAbsent(handler.hook(), name -> new ArrayList<>())
                        .add(new Handling(plugin, handler));
            }
        }
        handling.replaceAll((name, handlers) -> handlers.stream().sorted(ORDER).toList());
        hooks = Map.copyOf(handling);
        Map<String, List<RunningPlugin>> found = new HashMap<>();
        for (RunningPlugin plugin : running) {
            for (ServiceOffer offer : plugin.candidate().manifest().services().provides()) {
                found.computeIfAbsent(offer.name(), name -> new ArrayList<>()).add(plugin);
            }
        }
        found.replaceAll((name, plugins) -> List.copyOf(plugins));
        services = Map.copyOf(found);
    }

    /**
     * A version's part in a hook.
     *
     * @param plugin the version
     * @param handler its handler
     */
    public record Handling(RunningPlugin plugin, HostedHandler handler) {}
}
