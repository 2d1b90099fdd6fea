package io.plexica.backup.internal.shell;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the slugs of the tenants there are. */
@Service
public final class TenantCompleter implements Completer {

    @Reference
    private Tenants tenants;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> slugs = tenants.all().stream().map(Tenant::slug).toList();
        return new StringsCompleter(slugs).complete(session, commandLine, candidates);
    }
}
