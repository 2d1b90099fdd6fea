package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.rest.Catalogue;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.stats.PluginStats;
import io.plexica.plugins.internal.stats.StatsReader;
import io.plexica.plugins.internal.stats.TenantStats;
import io.plexica.plugins.internal.stats.VersionStats;
import io.plexica.shell.PlexicaCommand;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Shows which plugins are called most, and how they do. */
@Service
@Command(scope = "plugin", name = "top", description = "Shows which plugins are called most, and how they do")
public final class TopCommand extends PlexicaCommand {

    private static final int MOST_SECONDS = 3_600;
    private static final int KILOBYTE = 1_024;

    @Reference
    private PluginRuntime runtime;

    @Reference
    private Catalogue catalogue;

    @Reference
    private StatsReader stats;

    @Argument(name = "plugin", description = "Only this plugin")
    @Completion(PluginCompleter.class)
    private @Nullable String id;

    @Option(name = "--watch", description = "Again every so many seconds, until interrupted")
    private int watch;

    @Override
    protected void run() throws Exception {
        if (watch < 0 || watch > MOST_SECONDS) {
            throw new IllegalArgumentException("--watch takes seconds, from 1 to " + MOST_SECONDS);
        }
        show();
        while (watch > 0) {
            session.getConsole().flush();
            // Interrupting the command, by Ctrl-C, ends it here.
            java.util.concurrent.TimeUnit.SECONDS.sleep(watch);
            show();
        }
    }

    private void show() throws Exception {
        List<PluginStats> all = (id == null ? runtime.registry().ids() : List.of(id))
                .stream()
                        .map(plugin -> stats.read(plugin, catalogue.versions(null, plugin), null, null, null))
                        .sorted(Comparator.comparing(TopCommand::calls).reversed())
                        .toList();
        if (json) {
            printJson(all);
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("There is no plugin");
        List.of(
                        "Plugin",
                        "Tenant",
                        "Requests",
                        "Errors",
                        "p95 ms",
                        "In flight",
                        "Queue",
                        "Rejected",
                        "Breaker",
                        "Hung",
                        "Leaks",
                        "Dropped",
                        "KB")
                .forEach(table::column);
        for (PluginStats plugin : all) {
            plugin.versions().forEach(version -> add(table, plugin, version));
        }
        table.print(out());
    }

    private static void add(ShellTable table, PluginStats plugin, VersionStats version) {
        String name = plugin.plugin() + "@" + version.version();
        table.addRow()
                .addContent(
                        name,
                        "all of " + version.tenants(),
                        version.calls(),
                        version.errors(),
                        millis(version.p95()),
                        version.inFlight(),
                        version.queued(),
                        version.rejected(),
                        version.breaker(),
                        version.hungThreads(),
                        version.leaks(),
                        version.droppedLines(),
                        (version.bytes() + KILOBYTE - 1) / KILOBYTE);
        plugin.tenants().stream()
                .filter(tenant -> tenant.version().equals(version.version()))
                .sorted(Comparator.comparing(TenantStats::calls).reversed())
                .forEach(tenant -> table.addRow()
                        .addContent(
                                name,
                                tenant.tenant().isEmpty() ? "-" : tenant.tenant(),
                                tenant.calls(),
                                tenant.errors(),
                                millis(tenant.p95()),
                                tenant.inFlight(),
                                tenant.queued(),
                                tenant.rejected(),
                                tenant.breaker(),
                                tenant.hungThreads(),
                                "",
                                "",
                                ""));
    }

    private static long calls(PluginStats plugin) {
        return plugin.versions().stream().mapToLong(VersionStats::calls).sum();
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
