package io.plexica.backup.internal.shell;

import io.plexica.backup.internal.store.Backup;
import io.plexica.backup.internal.store.Backups;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the names of the backups there are. */
@Service
public final class BackupCompleter implements Completer {

    @Reference
    private Backups backups;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> names = new ArrayList<>(List.of("latest"));
        try {
            backups.folder().list().stream().map(Backup::name).forEach(names::add);
        } catch (IOException e) {
            // Nothing can be offered; the command itself says why.
            return -1;
        }
        return new StringsCompleter(names).complete(session, commandLine, candidates);
    }
}
