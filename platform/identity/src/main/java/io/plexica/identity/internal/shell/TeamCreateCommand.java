package io.plexica.identity.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.teams.Team;
import io.plexica.identity.internal.teams.TeamBody;
import io.plexica.spi.tenancy.Workspaces;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Makes a team. */
@Service
@Command(scope = "team", name = "create", description = "Makes a team in a workspace")
public final class TeamCreateCommand extends TeamCommand {

    @Reference
    private Workspaces workspaces;

    @Argument(index = 1, name = "name", description = "What people call it", required = true)
    private String name;

    @Option(name = "--workspace", description = "The workspace's slug")
    private String workspace = "default";

    @Option(name = "--description", description = "What it is for")
    private @Nullable String description;

    @Option(name = "--role", description = "A role that it carries; may be given several times", multiValued = true)
    private @Nullable List<String> roles;

    @Override
    protected void run() throws Exception {
        var place = workspaces.all(tenant()).stream()
                .filter(one -> one.slug().equals(workspace))
                .findFirst()
                .orElseThrow(() -> PlexicaException.notFound("There is no workspace " + workspace));
        List<@Nullable String> names = new ArrayList<>();
        if (roles != null) {
            names.addAll(roles);
        }
        Team team = teams.create(tenant(), new TeamBody(place.id(), name, description, names));
        print(teams.view(tenant(), team), "Team " + team.name() + " was made.");
    }
}
