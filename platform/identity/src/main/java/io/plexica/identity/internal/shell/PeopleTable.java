package io.plexica.identity.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.identity.internal.rest.UserView;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** A page of people on the console. */
final class PeopleTable {

    private PeopleTable() {}

    static void print(PrintStream out, Page<UserView> page) {
        ShellTable table = new ShellTable().emptyTableText("There is nobody");
        table.column("Address");
        table.column("Name");
        table.column("Status");
        table.column("Roles");
        table.column("Last seen");
        table.column("Id");
        for (UserView user : page.items()) {
            table.addRow()
                    .addContent(
                            user.email(),
                            name(user),
                            user.status(),
                            String.join(" ", user.roles() == null ? List.of() : user.roles()),
                            user.lastSeenAt() == null ? "never" : user.lastSeenAt(),
                            user.id());
        }
        table.print(out);
        if (page.total() > page.items().size()) {
            out.println(page.items().size() + " of " + page.total() + ": use --page for more.");
        }
    }

    private static String name(UserView user) {
        String first = user.firstName() == null ? "" : user.firstName();
        String last = user.lastName() == null ? "" : user.lastName();
        return (first + " " + last).strip();
    }
}
