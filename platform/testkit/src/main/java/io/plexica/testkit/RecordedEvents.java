package io.plexica.testkit;

import io.plexica.api.events.Events;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Remembers what was published in units of work that have committed; each test begins with nothing. Nothing is delivered: to
 * test a handler, call it within {@link PluginFixture#run}. Safe for all threads.
 */
public final class RecordedEvents implements Events {

    private final String plugin;
    private final List<Published> published = new CopyOnWriteArrayList<>();
    private final Consumer<Runnable> afterCommit;

    RecordedEvents(String plugin, Consumer<Runnable> afterCommit) {
        this.plugin = plugin;
        this.afterCommit = afterCommit;
    }

    @Override
    public UUID publish(String name, String aggregateId, Object payload) {
        if (!name.startsWith(plugin + ".")) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "The event '" + name + "' is not one of the plugin " + plugin + ": begin its name with '" + plugin
                            + ".', and list it in the manifest at events.publishes");
        }
        Published event = new Published(UUID.randomUUID(), name, aggregateId, payload);
        afterCommit.accept(() -> published.add(event));
        return event.id();
    }

    /** What was published, in order. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    /** The names of what was published, in order. */
    public List<String> names() {
        return published.stream().map(Published::name).toList();
    }

    void clear() {
        published.clear();
    }

    /** One event as it was published. */
    public record Published(UUID id, String name, String aggregateId, Object payload) {}
}
