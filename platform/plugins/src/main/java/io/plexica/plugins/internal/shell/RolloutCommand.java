package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.rollout.Rollout;
import io.plexica.plugins.internal.rollout.RolloutReport;
import io.plexica.plugins.internal.rollout.RolloutWish;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.shell.PlexicaCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Moves many tenants to a version of a plugin. */
@Service
@Command(
        scope = "plugin",
        name = "rollout",
        description = "Moves tenants that have a plugin to a version of it: all, or those chosen in one way")
public final class RolloutCommand extends PlexicaCommand {

    @Reference
    private Rollouts rollouts;

    @Argument(index = 0, name = "plugin", description = "The plugin's id", required = true)
    @Completion(PluginCompleter.class)
    private String id;

    @Argument(index = 1, name = "version", description = "The version", required = true)
    @Completion(VersionCompleter.class)
    private String version;

    @Option(name = "--tenant", description = "Only this tenant; may be given again", multiValued = true)
    private @Nullable List<String> tenants;

    @Option(name = "--percentage", description = "Only this part of the tenants, 1 to 100; always the same ones first")
    private @Nullable Integer percentage;

    @Option(name = "--plan", description = "Only the tenants on this plan")
    private @Nullable String plan;

    @Override
    protected void run() throws Exception {
        List<String> named = tenants == null || tenants.isEmpty() ? null : tenants;
        Rollout rollout = rollouts.begin(id, new RolloutWish(version, named, percentage, plan));
        RolloutReport report = rollouts.run(rollout, (done, all, slug, sentence) -> {
            if (!json) {
                out().printf("  %d/%d %s %s%n", done, all, slug, sentence);
                out().flush();
            }
        });
        if (json) {
            printJson(report);
        } else {
            out().println(report.summary());
        }
        if (report.failure().isPresent()) {
            throw new IllegalStateException(
                    report.stopped() == null ? "No tenant could be moved" : "The rollout was stopped");
        }
    }
}
