package io.plexica.identity.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.rest.UserView;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists users. */
@Service
@Command(scope = "user", name = "list", description = "Lists the users of a tenant")
public final class UserListCommand extends UserCommand {

    @Option(name = "--status", description = "Only those with it: ACTIVE, INACTIVE or SUSPENDED")
    private @Nullable String status;

    @Option(name = "--role", description = "Only those who hold this role themselves")
    private @Nullable String role;

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in address or name")
    private @Nullable String text;

    @Option(name = "--sort", description = "Such as email, lastName or -lastSeenAt")
    private @Nullable String sort;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<UserView> found = users.list(tenant(), status, role, new PageQuery(page, size, sort, text));
        if (json) {
            printJson(found);
        } else {
            printTable(found, "There is nobody", PeopleTable.COLUMNS, PeopleTable::row);
        }
    }
}
