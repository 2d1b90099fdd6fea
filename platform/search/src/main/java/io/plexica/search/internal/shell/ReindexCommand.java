package io.plexica.search.internal.shell;

import io.plexica.search.internal.build.IndexBuilds;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes an index anew. */
@Service
@Command(scope = "search", name = "reindex", description = "Makes the index of a plugin in a tenant anew")
public final class ReindexCommand extends SearchCommand {

    @Reference
    private IndexBuilds builds;

    @Argument(index = 0, name = "tenant", description = "The tenant's slug", required = true)
    private String slug;

    @Argument(index = 1, name = "plugin", description = "The plugin's id", required = true)
    private String plugin;

    @Override
    protected void run() throws Exception {
        IndexBuilds.Report report = builds.run(tenant(slug), plugin, (percent, step, message) -> {
            if (!json) {
                out().println(percent + " % " + step + ": " + message);
            }
        });
        print(report, "The index of " + plugin + " has " + report.documents() + " documents.");
    }
}
