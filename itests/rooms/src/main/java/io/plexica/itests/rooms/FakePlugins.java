package io.plexica.itests.rooms;

import io.plexica.api.events.Event;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.events.EventHandlers;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plugins whose one handler remembers what it gets and fails as it is told. Safe for all threads. */
public final class FakePlugins implements EventHandlers {

    private static final Set<String> NAMES = Set.of("crm.contact.created", "crm.contact.updated");

    private final Database database;
    private final List<String> got = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> byTenant = new ConcurrentHashMap<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final Set<UUID> off = ConcurrentHashMap.newKeySet();
    private volatile Set<String> subscribers = Set.of("billing");
    private volatile Handled answer = Handled.DONE;
    private volatile boolean known = true;

    /** They work in this database. */
    public FakePlugins(Database database) {
        this.database = database;
    }

    /** What was handled, and committed: {@code <plugin>:<aggregate>/<n>}. */
    public List<String> got() {
        return List.copyOf(got);
    }

    /** Likewise, in one tenant. */
    public List<String> got(String tenantSlug) {
        return List.copyOf(byTenant.getOrDefault(tenantSlug, List.of()));
    }

    /** What was handled, in that order, whether it could be committed or not. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** These listen, and no others. */
    public void subscribe(String... plugins) {
        subscribers = Set.of(plugins);
    }

    /** What becomes of every delivery from now on. */
    public void answer(Handled other) {
        answer = other;
    }

    /** They are switched off in this workspace. */
    public void switchOff(UUID workspaceId) {
        off.add(workspaceId);
    }

    /** Whether the node knows them. */
    public void setKnown(boolean known) {
        this.known = known;
    }

    /** Events about this aggregate fail. */
    public void failOn(String aggregateId) {
        poison.add(aggregateId);
    }

    /** Nothing fails any more. */
    public void healed() {
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
    public Map<String, Set<String>> subscriptions() {
        return subscribers.stream().collect(Collectors.toMap(plugin -> plugin, plugin -> NAMES));
    }

    @Override
    public Set<String> subscribers(String tenantSlug, String event) {
        return event.startsWith("core.") ? Set.of() : subscribers;
    }

    @Override
    public boolean handles(String pluginId, String tenantSlug, @Nullable UUID workspaceId, String event) {
        return subscribers(tenantSlug, event).contains(pluginId) && (workspaceId == null || !off.contains(workspaceId));
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
        String tenant = Objects.requireNonNull(Contexts.require().tenant()).slug();
        byTenant.computeIfAbsent(tenant, slug -> new CopyOnWriteArrayList<>()).add(what);
        return Handled.DONE;
    }
}
