package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.teams.TeamView;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a team. */
@Service
@Command(scope = "team", name = "delete", description = "Removes a team; its members stay in the tenant")
public final class TeamDeleteCommand extends TeamCommand {

    @Argument(index = 1, name = "team", description = "The team's name or id", required = true)
    private String name;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        TeamView team = named(name);
        if (!yes) {
            confirm("The members of team " + team.name() + " will lose the roles that it carries.", "yes");
        }
        teams.remove(tenant(), team.id(), IfMatch.ANY);
        print(Map.of("id", team.id(), "status", "DELETED"), "Team " + team.name() + " is gone.");
    }
}
