package io.plexica.identity.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.rest.UserView;
import io.plexica.identity.internal.users.PersonQuery;
import io.plexica.spi.data.Database;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists super admins. */
@Service
@Command(scope = "super-admin", name = "list", description = "Lists the super admins")
public final class SuperAdminListCommand extends SuperAdminCommand {

    @Reference
    private Database database;

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in address or name")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Override
    protected void run() throws Exception {
        PersonQuery query = new PersonQuery(new PageQuery(page, "200", null, text));
        Page<UserView> found = query.run(database, Home.PLATFORM).map(person -> UserView.of(person, null));
        if (json) {
            printJson(found);
        } else {
            printTable(found, "There is nobody", PeopleTable.COLUMNS, PeopleTable::row);
        }
    }
}
