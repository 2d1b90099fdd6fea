package io.plexica.events.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.events.CarriedEvent;
import io.plexica.spi.events.EventArrivals;
import io.plexica.spi.events.EventArrivals.Arrival;
import io.plexica.spi.events.EventTransport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * As bad as a transport may be: it brings events late, in any order and some of them twice, to any node; it fails after it has
 * taken them; and where it is told to, it loses them.
 */
final class BadTransport implements EventTransport, AutoCloseable {

    static final String NAME = "bad";

    final List<String> forgotten = new CopyOnWriteArrayList<>();
    final Set<String> sent = ConcurrentHashMap.newKeySet();
    volatile boolean loses;
    volatile boolean down;

    private final List<EventArrivals> nodes = new CopyOnWriteArrayList<>();
    private final Random random = new Random(7);
    private final ScheduledExecutorService carriers = Executors.newScheduledThreadPool(3);

    void bringTo(EventArrivals node) {
        nodes.add(node);
    }

    @Override
    public void send(List<CarriedEvent> events) {
        if (down) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The road is closed");
        }
        List<CarriedEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(shuffled, random);
        events.forEach(event -> sent.add(event.aggregate() + "@" + event.tenantSlug()));
        if (!loses) {
            shuffled.forEach(event -> carriers.schedule(() -> bring(event), random.nextInt(50), TimeUnit.MILLISECONDS));
        }
        if (random.nextInt(3) == 0) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "They are gone, and nobody says whether they got there");
        }
    }

    @Override
    public void forget(String tenantSlug) {
        if (down) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The road is closed");
        }
        forgotten.add(tenantSlug);
    }

    @Override
    public @Nullable String trouble() {
        return down ? "The road is closed" : null;
    }

    @Override
    public Map<String, Long> lag() {
        return Map.of();
    }

    @Override
    public void close() {
        carriers.shutdownNow();
    }

    private void bring(CarriedEvent event) {
        String tenant = event.tenantSlug();
        if (tenant == null) {
            return;
        }
        EventArrivals node = nodes.get(random.nextInt(nodes.size()));
        try {
            node.subscriptions(NAME)
                    .keySet()
                    .forEach(plugin -> node.arrived(plugin, List.of(new Arrival(event.id(), event.name(), tenant))));
        } catch (PlexicaException e) {
            carriers.schedule(() -> bring(event), 50, TimeUnit.MILLISECONDS);
        }
    }
}
