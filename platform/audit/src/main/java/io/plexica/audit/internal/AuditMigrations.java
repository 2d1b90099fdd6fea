package io.plexica.audit.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The table of the audit log and the function through which it is written. */
@Component
public final class AuditMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "audit";
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public String coreFolder() {
        return "META-INF/plexica/core";
    }

    @Override
    public @Nullable String tenantFolder() {
        return null;
    }
}
