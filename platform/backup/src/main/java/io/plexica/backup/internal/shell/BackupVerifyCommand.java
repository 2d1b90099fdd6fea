package io.plexica.backup.internal.shell;

import io.plexica.backup.internal.store.Backup;
import io.plexica.backup.internal.store.Backups;
import io.plexica.shell.PlexicaCommand;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Reads every byte of a backup. */
@Service
@Command(scope = "backup", name = "verify", description = "Reads all of a backup and says what is wrong with it")
public final class BackupVerifyCommand extends PlexicaCommand {

    @Argument(name = "name", description = "The backup; 'latest' for the newest", required = true)
    @Completion(BackupCompleter.class)
    private String name;

    @Reference
    private Backups backups;

    @Override
    protected void run() throws Exception {
        Backup backup = backups.folder().get(name);
        List<String> problems = backups.verify(backup);
        print(
                Map.of("name", backup.name(), "problems", problems),
                problems.isEmpty()
                        ? "Backup " + backup.name() + " is whole: " + backup.tenants() + " tenants, " + backup.bytes()
                                + " bytes."
                        : String.join(System.lineSeparator(), problems));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The backup " + backup.name() + " is not whole");
        }
    }
}
