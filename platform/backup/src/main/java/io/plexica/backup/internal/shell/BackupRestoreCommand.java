package io.plexica.backup.internal.shell;

import io.plexica.backup.internal.export.TenantImport;
import io.plexica.backup.internal.export.TenantImports;
import io.plexica.backup.internal.export.TenantImports.Wish;
import io.plexica.backup.internal.rest.ImportView;
import io.plexica.backup.internal.store.Backup;
import io.plexica.backup.internal.store.Backups;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Makes a tenant anew from a backup. */
@Service
@Command(
        scope = "backup",
        name = "restore",
        description = "Makes a tenant anew from a backup, with the plugins that it needs")
public final class BackupRestoreCommand extends PlexicaCommand {

    @Argument(name = "name", description = "The backup; 'latest' for the newest", required = true)
    @Completion(BackupCompleter.class)
    private String name;

    @Argument(index = 1, name = "tenant", description = "The tenant as it was called then", required = true)
    private String tenant;

    @Option(name = "--slug", description = "What it is called from now on; the same if left out")
    private @Nullable String slug;

    @Option(name = "--plan", description = "The plan it is on from now on; the same if left out")
    private @Nullable String plan;

    @Reference
    private Backups backups;

    @Reference
    private TenantImports imports;

    @Override
    protected void run() throws Exception {
        Backup backup = backups.folder().get(name);
        var file = backups.tenant(backup, tenant);
        for (PluginRef plugin : backups.publish(backup)) {
            say("published " + plugin);
        }
        try (TenantImport opened = imports.open(file, new Wish(slug, plan, false))) {
            Tenant made = imports.run(opened, step -> say(step + " done"));
            print(
                    ImportView.of(made, opened),
                    "Tenant " + made.slug() + " is " + made.status() + ", as it was at "
                            + opened.archive().manifest().exportedAt() + ".");
        }
    }

    private void say(String what) {
        if (!json) {
            out().println("  " + what);
        }
    }
}
