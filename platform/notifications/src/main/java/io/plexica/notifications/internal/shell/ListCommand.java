package io.plexica.notifications.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.notifications.internal.letters.KeptMessages;
import io.plexica.notifications.internal.letters.MessageLocation;
import io.plexica.notifications.internal.rest.NotificationJson;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenants;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows messages that somebody must pass on. */
@Service
@Command(scope = "message", name = "list", description = "Shows messages that could not be mailed, links and all")
public final class ListCommand extends PlexicaCommand {

    @Reference
    private KeptMessages messages;

    @Reference
    private Tenants tenants;

    @Option(name = "--tenant", description = "A tenant's messages, by its slug; the platform's own unless given")
    private @Nullable String tenant;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "20";

    @Override
    protected void run() throws Exception {
        Page<NotificationJson> found = messages.list(
                        new MessageLocation(existing()), null, false, new PageQuery(page, size, null, null))
                .map(NotificationJson::of);
        if (json) {
            printJson(found);
            return;
        }
        found.items().forEach(this::show);
        out().println(found.items().size() + " of " + found.total() + " messages that could not be mailed.");
    }

    private void show(NotificationJson message) {
        out().println(message.createdAt() + " to " + message.to() + ": " + message.title());
        out().println("  (" + message.reason() + ")");
        message.body().lines().forEach(line -> out().println("  " + line));
        out().println();
    }

    private @Nullable String existing() {
        if (tenant != null && tenants.find(tenant).isEmpty()) {
            throw PlexicaException.notFound("There is no tenant " + tenant);
        }
        return tenant;
    }
}
