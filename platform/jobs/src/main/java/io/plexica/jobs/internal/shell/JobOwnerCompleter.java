package io.plexica.jobs.internal.shell;

import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.spi.jobs.JobHandlers.Declared;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the slugs of the tenants there are, and the jobs of the platform itself. */
@Service
public final class JobOwnerCompleter implements Completer {

    @Reference
    private Tenants tenants;

    @Reference
    private PlatformJobs own;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        Stream<String> slugs = tenants.all().stream().map(Tenant::slug);
        Stream<String> names = own.declared().stream().map(Declared::name);
        return new StringsCompleter(Stream.concat(slugs, names).toList()).complete(session, commandLine, candidates);
    }
}
