package io.plexica.audit.internal;

import io.plexica.spi.data.RoomMigrations;
import org.osgi.service.component.annotations.Component;

/** The table of the audit log and the function through which it is written. */
@Component
public final class AuditMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "audit";
    }
}
