package io.plexica.identity.internal.shell;

import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives an API key a new secret. */
@Service
@Command(scope = "api-key", name = "rotate", description = "Gives an API key a new secret and shows it once")
public final class ApiKeyRotateCommand extends ApiKeyCommand {

    @Argument(name = "id", description = "The key's id", required = true)
    private String id;

    @Option(name = "--overlap", description = "For how many seconds the old secret stays good")
    private long overlap;

    @Override
    protected void run() throws Exception {
        show(keys.rotate(tenant(), id(id), overlap, IfMatch.ANY));
    }
}
