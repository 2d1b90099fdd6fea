package io.plexica.backup.internal.shell;

import io.plexica.backup.internal.store.Backup;
import io.plexica.backup.internal.store.Backups;
import io.plexica.shell.PlexicaCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows the backups that there are. */
@Service
@Command(scope = "backup", name = "list", description = "Shows the backups that there are, newest first")
public final class BackupListCommand extends PlexicaCommand {

    @Reference
    private Backups backups;

    @Override
    protected void run() throws Exception {
        List<Backup> all = backups.folder().list();
        if (json) {
            printJson(all);
            return;
        }
        ShellTable table = new ShellTable()
                .emptyTableText("There are no backups in " + backups.folder().root());
        table.column("name");
        table.column("tenants").alignRight();
        table.column("bytes").alignRight();
        table.column("ended");
        table.column("lacks");
        for (Backup backup : all) {
            table.addRow()
                    .addContent(
                            backup.name(),
                            backup.tenants(),
                            backup.bytes(),
                            backup.endedAt(),
                            String.join("; ", backup.failures()));
        }
        table.print(out());
    }
}
