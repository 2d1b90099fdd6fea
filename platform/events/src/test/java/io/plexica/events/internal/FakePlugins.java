package io.plexica.events.internal;

import io.plexica.api.events.Event;
import io.plexica.spi.data.Database;
import io.plexica.spi.events.EventHandlers;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plugins whose one handler remembers what it gets and fails as it is told. Safe for all threads. */
final class FakePlugins implements EventHandlers {

    private final Database database;
    private final List<String> got = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private volatile Set<String> subscribers = Set.of("billing");
    private volatile Handled answer = Handled.DONE;
    private volatile boolean known = true;

    FakePlugins(Database database) {
        this.database = database;
    }

    /** What was handled, and committed: {@code <plugin>:<aggregate>/<n>}. */
    List<String> got() {
        return List.copyOf(got);
    }

    /** What was handled, in that order, whether it could be committed or not. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    void subscribe(String... plugins) {
        subscribers = Set.of(plugins);
    }

    void answer(Handled other) {
        answer = other;
    }

    void setKnown(boolean known) {
        this.known = known;
    }

    /** Events about this aggregate fail. */
    void failOn(String aggregateId) {
        poison.add(aggregateId);
    }

    void healed() {
        poison.clear();
    }

    @Override
    public boolean areKnown() {
        return known;
    }

    @Override
    public boolean publishes(PluginRef plugin, String event) {
        return event.startsWith("crm.contact.");
    }

    @Override
    public Set<String> subscribers(String tenantSlug, String event) {
        return event.startsWith("core.") ? Set.of() : subscribers;
    }

    @Override
    public Handled handle(String pluginId, Event event, Duration limit, Runnable atEnd) throws Exception {
        if (answer != Handled.DONE) {
            return answer;
        }
        String what =
                pluginId + ":" + event.aggregateId() + "/" + event.payload().get("n");
        database.newUnitOfWork(() -> {
            if (poison.contains(event.aggregateId())) {
                throw new IllegalStateException("no taste for " + event.aggregateId());
            }
            seen.add(what);
            atEnd.run();
            return true;
        });
        got.add(what);
        return Handled.DONE;
    }
}
