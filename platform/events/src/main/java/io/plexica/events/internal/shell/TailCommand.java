package io.plexica.events.internal.shell;

import io.plexica.events.internal.relay.RecentEvents;
import io.plexica.events.internal.relay.RecentEvents.Happened;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows the last events and what became of them. */
@Service
@Command(scope = "event", name = "tail", description = "Shows the last events and what became of them")
public final class TailCommand extends EventCommand {

    private static final int MOST = 1_000;

    @Reference
    private RecentEvents recent;

    @Option(name = "--tenant", description = "Only those of this tenant, by its slug")
    @Completion(TenantCompleter.class)
    private @Nullable String tenant;

    @Option(name = "--name", description = "Only those of this name, such as crm.contact.created")
    private @Nullable String name;

    @Option(name = "-n", description = "How many, 1 to 1000")
    private int count = 20;

    @Option(name = "--follow", description = "Go on showing what happens, until interrupted")
    private boolean follow;

    @Override
    protected void run() throws Exception {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("-n must be a number from 1 to " + MOST + ", not " + count);
        }
        List<Happened> shown = recent.last(known(tenant), name, MOST);
        show(shown.subList(Math.max(0, shown.size() - count), shown.size()));
        while (follow) {
            session.getConsole().flush();
            // Interrupting the command, by Ctrl-C, ends it here.
            java.util.concurrent.TimeUnit.SECONDS.sleep(1);
            List<Happened> latest = recent.last(tenant, name, MOST);
            // By their numbers alone one could miss what commits late.
            Set<Long> known = shown.stream().map(Happened::number).collect(Collectors.toSet());
            show(latest.stream()
                    .filter(happened -> !known.contains(happened.number()))
                    .toList());
            shown = latest;
        }
    }

    private void show(List<Happened> found) throws Exception {
        if (follow && found.isEmpty()) {
            return;
        }
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "Nothing has happened",
                List.of("At", "Tenant", "Event", "About", "Delivered"),
                happened -> cells(
                        happened.event().at(),
                        happened.tenant() == null ? "" : happened.tenant(),
                        happened.event().name(),
                        happened.event().aggregateId(),
                        happened.deliveries() == null ? "" : happened.deliveries()));
    }
}
