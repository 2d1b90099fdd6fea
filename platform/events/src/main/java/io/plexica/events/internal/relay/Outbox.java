package io.plexica.events.internal.relay;

import io.plexica.events.internal.EventMeters;
import io.plexica.events.internal.EventsSettings;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.CarriedEvent;
import io.plexica.spi.events.EventHandlers;
import io.plexica.spi.events.EventTransport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes published events in their order and finds out who is to get them, each once. Without a transport, deliveries are made in
 * the transaction that marks the event as relayed; else see {@link TransportRelay}. One node at a time; whoever comes second has
 * nothing to do. For one thread.
 */
@Component(service = Outbox.class)
public final class Outbox {

    private static final int BATCH = 500;

    private static final String LEAD = "SELECT core.lead_events()";

    private final Database database;
    private final EventHandlers plugins;
    private final EventMeters meters;
    private final Transports transports;
    private final TransportRelay carriage;
    private final LostEventRecovery stragglers;
    private final Duration patience;
    private final boolean carried;

    /** Asks the plugins who wants what. */
    @Activate
    public Outbox(
            @Reference Database database,
            @Reference EventHandlers plugins,
            @Reference EventMeters meters,
            @Reference Transports transports,
            @Reference EventsSettings settings,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.plugins = plugins;
        this.meters = meters;
        this.transports = transports;
        this.carriage = new TransportRelay(database, plugins, meters);
        this.stragglers = new LostEventRecovery(database);
        this.carried = settings.isCarried();
        this.patience = carried ? settings.patience() : Duration.ZERO;
    }

    /** Another node may send. */
    @Deactivate
    public void close() {
        if (carried) {
            carriage.close();
        }
    }

    /** Whether this node knows the plugins well enough to bring them anything. */
    boolean isReady() {
        return plugins.areKnown();
    }

    /**
     * Relays one batch.
     *
     * @return how many events that were; 0 also while another node is at it, or the plugins are not known yet
     */
    public int relay() {
        if (!isReady()) {
            return 0;
        }
        int late = stragglers.release(patience);
        Optional<EventTransport> transport = transports.chosen();
        int relayed = transport.isPresent()
                ? carriage.carry(transport.get())
                : database.apart(() -> database.core(this::direct));
        return relayed + late;
    }

    private int direct(Connection connection) throws SQLException {
        if (!leads(connection)) {
            return 0;
        }
        List<CarriedEvent> batch = OutboxTable.first(connection, BATCH);
        if (!batch.isEmpty()) {
            OutboxTable.note(connection, batch, plugins, "PENDING");
            OutboxTable.relayed(connection, batch);
        }
        database.afterCommit(() -> batch.forEach(event -> meters.published(event.name())));
        return batch.size();
    }

    private static boolean leads(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LEAD);
                ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
