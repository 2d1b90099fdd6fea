package io.plexica.events.internal.relay;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.events.EventTransport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the transport forget tenants that are gone, which is noted with their removal and tried until it is done. For one
 * thread, which is also the one that sends: so nothing is sent for a tenant that has been forgotten.
 */
final class TenantTopicRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(TenantTopicRemoval.class);
    private static final long PERIOD_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String NOTE =
            "INSERT INTO core.events_farewells (tenant_slug) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String SAID = "DELETE FROM core.events_farewells WHERE tenant_slug = ?";
    private static final String DUE = "SELECT tenant_slug FROM core.events_farewells ORDER BY at LIMIT 100";

    private final Database database;
    private long next = System.nanoTime();

    TenantTopicRemoval(Database database) {
        this.database = database;
    }

    /** Notes in the current transaction that a tenant is gone. */
    static void note(Connection connection, String tenantSlug) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setString(1, tenantSlug);
            insert.executeUpdate();
        }
    }

    /** Whether there may be any, which is looked at now and then. */
    boolean areDue() {
        return System.nanoTime() - next >= 0;
    }

    /** Says what is due; what cannot be said now is due again after a while. */
    void say(EventTransport transport) {
        next = System.nanoTime() + PERIOD_NANOS;
        for (String slug : due()) {
            try {
                transport.forget(slug);
                database.apart(() -> database.core(connection -> {
                    try (PreparedStatement delete = connection.prepareStatement(SAID)) {
                        delete.setString(1, slug);
                        return delete.executeUpdate();
                    }
                }));
                LOG.info("What was on its way for {} is forgotten", slug);
            } catch (PlexicaException e) {
                LOG.warn("What was on its way for {} is forgotten later: {}", slug, e.detail());
                return;
            }
        }
    }

    private List<String> due() {
        return database.core(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE);
                    ResultSet row = select.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }
}
