package io.plexica.events.internal.shell;

import io.plexica.events.internal.delivery.DeadLetter;
import io.plexica.events.internal.delivery.DeadLetterReplay;
import io.plexica.events.internal.delivery.DeadLetterReplay.Revived;
import io.plexica.events.internal.delivery.DeadLetters;
import io.plexica.events.internal.delivery.DeadLetters.Wish;
import io.plexica.events.internal.delivery.Replay;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Delivers a dead letter again, or all that a plugin or tenant has, or to a plugin all events of a tenant since a moment. */
@Service
@Command(
        scope = "event",
        name = "replay",
        description = "Delivers a dead letter again, or many, or to a plugin all events of a tenant since a moment")
public final class ReplayCommand extends EventCommand {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @Reference
    private DeadLetters letters;

    @Reference
    private Replay replay;

    @Reference
    private DeadLetterReplay revival;

    @Argument(index = 0, name = "id", description = "The dead letter's id, as event:dead-letters shows it")
    private @Nullable String id;

    @Option(name = "--tenant", description = "Instead of an id: the tenant, by its slug")
    @Completion(TenantCompleter.class)
    private @Nullable String tenant;

    @Option(name = "--plugin", description = "Instead of an id: the plugin that is to get the events")
    private @Nullable String plugin;

    @Option(
            name = "--since",
            description =
                    "With --tenant and --plugin: since when, such as 2026-03-01T00:00:00Z; else from the beginning")
    private @Nullable String since;

    @Option(
            name = "--dead",
            description = "Instead of an id: the dead letters of --tenant, --plugin or both, at most 1000 at once")
    private boolean dead;

    @Option(name = "--event", description = "With --dead: only events of this name")
    private @Nullable String event;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        boolean several = tenant != null || plugin != null;
        if (id != null && !several && !dead && since == null && event == null) {
            DeadLetter letter = letters.replay(tenants.pinned().orElse(null), uuid(id));
            print(
                    letter,
                    letter.event() + " is delivered again to " + letter.plugin() + " in " + letter.tenant() + ".");
        } else if (id == null && dead && several && since == null) {
            revive(new Wish(served(tenant), plugin, event));
        } else if (id == null && !dead && tenant != null && plugin != null && event == null) {
            replay(Objects.requireNonNull(served(tenant)), plugin, moment(since));
        } else {
            // What is passed over in silence would deliver more than was asked for.
            throw new IllegalArgumentException(
                    "Name a dead letter's id and nothing else; or both --tenant and --plugin,"
                            + " and --since if you like; or one of them with --dead, and --event if you like");
        }
    }

    private void replay(String slug, String pluginId, Instant from) throws Exception {
        if (!yes) {
            confirm(pluginId + " handles once more what it has handled already in " + slug + ".", "yes");
        }
        int events = replay.since(slug, pluginId, from);
        print(
                Map.of("tenant", slug, "plugin", pluginId, "events", events),
                events + " events are delivered again to " + pluginId + " in " + slug + ".");
    }

    private void revive(Wish wish) throws Exception {
        Revived revived = revival.replay(wish);
        String rest = revived.remaining() == 0 ? "" : " " + revived.remaining() + " are dead still: do it again.";
        print(revived, revived.replayed() + " dead letters are delivered again." + rest);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no id: event:dead-letters shows them", e);
        }
    }

    private static Instant moment(@Nullable String text) {
        try {
            Instant moment = text == null ? Instant.EPOCH : Instant.parse(text);
            // Before that nothing was, and after it the database knows no time.
            return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.isAfter(LATEST) ? LATEST : moment;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no moment such as 2026-03-01T00:00:00Z", e);
        }
    }
}
