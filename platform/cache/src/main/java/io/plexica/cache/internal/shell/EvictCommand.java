package io.plexica.cache.internal.shell;

import io.plexica.cache.internal.CacheAdministration;
import io.plexica.shell.PlexicaCommand;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Forgets cached values of a tenant. */
@Service
@Command(scope = "cache", name = "evict", description = "Forgets cached values of a tenant, on all nodes")
public final class EvictCommand extends PlexicaCommand {

    @Reference
    private CacheAdministration desk;

    @Argument(name = "tenant", description = "The tenant", required = true)
    private String tenant;

    @Argument(index = 1, name = "plugin", description = "Whose values; * for all plugins")
    private String plugin = "*";

    @Argument(index = 2, name = "pattern", description = "Keys, in which * stands for any characters")
    private String pattern = "*";

    @Override
    protected void run() throws Exception {
        desk.evict(tenant, plugin, pattern);
        print(
                Map.of("tenant", tenant, "plugin", plugin, "pattern", pattern),
                "What is cached as " + pattern + " of " + plugin + " in " + tenant + " is forgotten.");
    }
}
