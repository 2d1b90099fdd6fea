package io.plexica.events.internal;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.TenantStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A tenant on its way into another, by way of memory. */
final class Travel {

    static final Tenant ACME = new Tenant(new UUID(0, 1), "acme", "Acme", TenantStatus.ACTIVE, "pro", Instant.EPOCH);
    static final TenantSpec GLOBEX = new TenantSpec(new UUID(0, 2), "globex", "Globex", "pro", null);

    private Travel() {}

    /** The platform's own tables, read as their owner does. */
    static TenantSnapshot snapshot(RoomDatabase server) {
        return (TenantSnapshot) Proxy.newProxyInstance(
                Travel.class.getClassLoader(), new Class<?>[] {TenantSnapshot.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("core")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return with(server, (SqlWork<?>) arguments[0]);
                });
    }

    private static Object with(RoomDatabase server, SqlWork<?> work) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                server.access().url(),
                server.access().admin().user(),
                server.access().admin().password())) {
            return work.with(connection);
        }
    }

    static PartWriter to(ByteArrayOutputStream bytes) {
        return new PartWriter() {
            @Override
            public OutputStream entry(String name) {
                return bytes;
            }

            @Override
            public void json(String name, Object value) {
                throw new UnsupportedOperationException(name);
            }
        };
    }

    static PartReader from(ByteArrayOutputStream bytes) {
        return new PartReader() {
            @Override
            public Optional<InputStream> entry(String name) {
                return Optional.of(new ByteArrayInputStream(bytes.toByteArray()));
            }

            @Override
            public <T> Optional<T> json(String name, Class<T> type) {
                return Optional.empty();
            }
        };
    }
}
