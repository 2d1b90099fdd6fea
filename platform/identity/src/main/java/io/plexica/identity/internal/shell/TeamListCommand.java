package io.plexica.identity.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.teams.TeamView;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists teams. */
@Service
@Command(scope = "team", name = "list", description = "Lists the teams of a tenant")
public final class TeamListCommand extends TeamCommand {

    @Override
    protected void run() throws Exception {
        Page<TeamView> found = teams.list(tenant(), null, new PageQuery(null, "200", null, null));
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found.items(),
                "There is no team",
                List.of("Name", "Workspace", "Roles", "Id"),
                team -> cells(team.name(), team.workspaceId(), String.join(" ", team.roles()), team.id()));
    }
}
