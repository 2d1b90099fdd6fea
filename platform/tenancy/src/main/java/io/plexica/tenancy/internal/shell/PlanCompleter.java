package io.plexica.tenancy.internal.shell;

import io.plexica.tenancy.internal.TenancySettings;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the plans that tenants may have. */
@Service
public final class PlanCompleter implements Completer {

    @Reference
    private TenancySettings settings;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(settings.plans().names()).complete(session, commandLine, candidates);
    }
}
