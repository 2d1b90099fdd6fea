package io.plexica.events.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.events.internal.delivery.DeadLetter;
import io.plexica.events.internal.delivery.DeadLetters;
import io.plexica.events.internal.delivery.DeadLetters.Wish;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows events that could not be delivered, and why. */
@Service
@Command(scope = "event", name = "dead-letters", description = "Shows events that could not be delivered, and why")
public final class DeadLettersCommand extends EventCommand {

    @Reference
    private DeadLetters letters;

    @Option(name = "--tenant", description = "Only those of this tenant, by its slug")
    @Completion(TenantCompleter.class)
    private @Nullable String tenant;

    @Option(name = "--plugin", description = "Only those to this plugin")
    private @Nullable String plugin;

    @Option(name = "--event", description = "Only those of events with this name")
    private @Nullable String event;

    @Option(name = "-q", description = "Only those with this text in name, subject, plugin or reason")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "50";

    @Override
    protected void run() throws Exception {
        Page<DeadLetter> found =
                letters.list(new Wish(known(tenant), plugin, event), new PageQuery(page, size, null, text));
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "Everything was delivered",
                List.of("Id", "Tenant", "Plugin", "Event", "Last tried", "Why not"),
                letter -> cells(
                        letter.id(),
                        letter.tenant(),
                        letter.plugin(),
                        letter.event(),
                        letter.updatedAt(),
                        letter.reason() == null ? "" : letter.reason()));
    }
}
