package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.configuration.Reencryption;
import io.plexica.shell.PlexicaCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Seals plugins' secrets anew with the present key. */
@Service
@Command(
        scope = "plugin",
        name = "reencrypt",
        description = "Seals plugins' secrets anew with the present key, after which keys that were before can go")
public final class ReencryptCommand extends PlexicaCommand {

    @Reference
    private Reencryption reencryption;

    @Option(name = "--check", description = "Only tell how many are sealed with which keys")
    private boolean check;

    @Override
    protected void run() throws Exception {
        Reencryption.State state = check ? reencryption.state() : reencryption.run();
        if (json) {
            printJson(state);
            return;
        }
        out().printf(
                        "%d sealed with the present key (%s), %d with keys that were before, %d unreadable%n",
                        state.current(),
                        state.keyId(),
                        state.old(),
                        state.unreadable().size());
        state.unreadable().forEach(lost -> out().println("  " + lost));
    }
}
