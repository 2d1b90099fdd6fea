package io.plexica.backup.internal.shell;

import io.plexica.backup.internal.store.Backup;
import io.plexica.backup.internal.store.Backups;
import io.plexica.shell.PlexicaCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Makes a backup. */
@Service
@Command(
        scope = "backup",
        name = "create",
        description = "Makes a backup of all tenants, or of some, with the plugins' jars")
public final class BackupCreateCommand extends PlexicaCommand {

    @Argument(name = "slugs", description = "The tenants; all if left out", multiValued = true)
    @Completion(TenantCompleter.class)
    private @Nullable List<String> slugs;

    @Reference
    private Backups backups;

    @Override
    protected void run() throws Exception {
        List<String> wanted = slugs == null ? List.of() : slugs;
        Backup backup = backups.create(wanted, json ? slug -> {} : slug -> out().println("  " + slug));
        print(
                backup,
                "Backup " + backup.name() + " with " + backup.tenants() + " tenants (" + backup.bytes()
                        + " bytes) is in " + backups.folder().root() + ".");
        if (!backup.failures().isEmpty()) {
            throw new IllegalStateException("It lacks something: " + String.join("; ", backup.failures()));
        }
    }
}
