package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.roles.Roles;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the roles of the tenant that the line names already. */
@Service
public final class RoleCompleter implements Completer {

    @Reference
    private Tenants tenants;

    @Reference
    private Roles roles;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            List<String> names = Stream.of(commandLine.getArguments())
                    .filter(word -> tenants.find(word).isPresent())
                    .findFirst()
                    .map(roles::names)
                    .orElse(List.of());
            return new StringsCompleter(names).complete(session, commandLine, candidates);
        }
    }
}
