package io.plexica.notifications.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.notifications.internal.notes.Inbox;
import io.plexica.notifications.internal.notes.NoteFilter;
import io.plexica.notifications.internal.notes.Notes;
import io.plexica.notifications.internal.rest.NotificationJson;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows what somebody was told. */
@Service
@Command(scope = "notification", name = "list", description = "Shows a user's notifications, the newest first")
public final class NotificationListCommand extends PlexicaCommand {

    @Reference
    private Notes notes;

    @Reference
    private Tenants tenants;

    @Reference
    private Users users;

    @Argument(index = 0, name = "tenant", required = true, description = "The tenant, by its slug")
    private String tenant = "";

    @Argument(index = 1, name = "user", required = true, description = "The user, by the address")
    private String user = "";

    @Option(name = "--unread", description = "Only those that were not read")
    private boolean unread;

    @Option(name = "--severity", description = "Only those: info, success, warning or error")
    private String severity = "";

    @Option(name = "--source", description = "Only those of this plugin, or of core")
    private String source = "";

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "20";

    @Override
    protected void run() throws Exception {
        if (tenants.find(tenant).isEmpty()) {
            throw PlexicaException.notFound("There is no tenant " + tenant);
        }
        UserSummary person = users.byEmail(tenant, user)
                .orElseThrow(() -> PlexicaException.notFound("There is no user " + user + " in " + tenant));
        Page<NotificationJson> found = notes.list(
                        new Inbox(tenant, person.id(), false),
                        new NoteFilter(unread, severity, source),
                        new PageQuery(page, size, null, null))
                .map(NotificationJson::of);
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found.items(),
                "There is no notification",
                List.of("Sent", "From", "Severity", "Title", "Read"),
                one -> cells(
                        one.createdAt(),
                        one.source(),
                        one.severity(),
                        one.title(),
                        one.readAt() == null ? "" : one.readAt()));
        out().println(found.items().size() + " of " + found.total() + " notifications.");
    }
}
