package io.plexica.identity.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.teams.TeamService;
import io.plexica.identity.internal.teams.TeamView;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What commands about teams share. */
abstract class TeamCommand extends PlexicaCommand {

    @Reference
    protected TeamService teams;

    @Reference
    protected Tenants tenants;

    @Argument(index = 0, name = "tenant", description = "The tenant's slug", required = true)
    @Completion(ApiKeyTenants.class)
    private String tenant;

    /** The slug of a tenant that exists. */
    final String tenant() {
        return tenants.find(tenant)
                .map(Tenant::slug)
                .orElseThrow(() -> PlexicaException.notFound("There is no tenant " + tenant + "; see tenant:list"));
    }

    /** A team by its id, or by a name that only one team has. */
    final TeamView named(String name) {
        List<TeamView> found = teams.list(tenant(), null, new PageQuery(null, "200", null, null)).items().stream()
                .filter(team -> team.name().equalsIgnoreCase(name)
                        || team.id().toString().equals(name))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw PlexicaException.notFound(
                found.isEmpty() ? "There is no team " + name : "Several teams are named " + name + ": give the id");
    }
}
