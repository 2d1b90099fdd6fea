package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the slugs of the workspaces of the tenant that has been typed before. */
@Service
public final class WorkspaceCompleter implements Completer {

    @Reference
    private Workspaces workspaces;

    @Reference
    private Tenants tenants;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        String[] typed = commandLine.getArguments();
        List<String> slugs = typed.length < 2
                ? List.of()
                : tenants.find(typed[1])
                        .map(tenant -> workspaces.all(tenant.slug()).stream()
                                .map(WorkspaceInfo::slug)
                                .toList())
                        .orElse(List.of());
        return new StringsCompleter(slugs).complete(session, commandLine, candidates);
    }
}
