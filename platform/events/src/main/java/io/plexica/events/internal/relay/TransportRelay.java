package io.plexica.events.internal.relay;

import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.EventMeters;
import io.plexica.spi.data.Database;
import io.plexica.spi.events.CarriedEvent;
import io.plexica.spi.events.EventHandlers;
import io.plexica.spi.events.EventTransport;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events by a transport. Who is to get an event is noted, and committed, before it is sent; that it was sent is marked
 * once the transport has taken it. Whoever ends in between has it sent again.
 */
final class TransportRelay {

    private static final Logger LOG = LoggerFactory.getLogger(TransportRelay.class);
    private static final int BATCH = 500;
    private static final long BYTES = 8L << 20;

    private final Database database;
    private final EventHandlers plugins;
    private final EventMeters meters;
    private final SenderLease lease;
    private final TenantTopicRemoval farewells;

    TransportRelay(Database database, EventHandlers plugins, EventMeters meters) {
        this.database = database;
        this.plugins = plugins;
        this.meters = meters;
        this.lease = new SenderLease(database);
        this.farewells = new TenantTopicRemoval(database);
    }

    /**
     * Sends some events.
     *
     * @return how many; 0 also while another node is at it
     */
    int carry(EventTransport transport) {
        boolean waiting = database.apart(() -> database.core(OutboxTable::isWaiting));
        boolean gone = farewells.areDue();
        if (!(waiting || gone) || !lease.take()) {
            return 0;
        }
        try {
            List<CarriedEvent> batch = waiting ? noted() : List.of();
            if (!batch.isEmpty()) {
                transport.send(batch);
                marked(batch);
                batch.forEach(event -> meters.published(event.name()));
            }
            if (gone) {
                farewells.say(transport);
            }
            return batch.size();
        } catch (RuntimeException e) {
            letOthersTry(e);
            throw e;
        }
    }

    /** Lets another node go on at once. */
    void close() {
        try {
            lease.leave();
        } catch (PlexicaException e) {
            LOG.debug("The right to send ends by itself", e);
        }
    }

    private List<CarriedEvent> noted() {
        return database.apart(() -> database.core(connection -> {
            List<CarriedEvent> batch = OutboxTable.first(connection, BATCH, BYTES);
            OutboxTable.note(connection, batch, plugins, "SENT");
            return batch;
        }));
    }

    private void marked(List<CarriedEvent> batch) {
        database.apart(() -> database.core(connection -> {
            OutboxTable.relayed(connection, batch);
            return true;
        }));
    }

    /** The way from here may be what is broken. */
    private void letOthersTry(RuntimeException why) {
        try {
            lease.leave();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
