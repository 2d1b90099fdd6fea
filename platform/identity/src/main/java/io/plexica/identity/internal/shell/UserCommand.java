package io.plexica.identity.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.rest.UserService;
import io.plexica.identity.internal.users.Person;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What commands about users share: they work in a tenant that they name. */
abstract class UserCommand extends PlexicaCommand {

    @Reference
    protected UserService users;

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

    final Home home() {
        return new Home(tenant());
    }

    /** Says what became of a user. */
    final void print(Person person, String what) throws JsonProcessingException {
        print(users.view(tenant(), person), "User " + person.email() + " " + what);
    }
}
