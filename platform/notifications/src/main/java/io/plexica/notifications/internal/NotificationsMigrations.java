package io.plexica.notifications.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The tables of messages in {@code core} and in each tenant, and those of notifications. */
@Component
public final class NotificationsMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "notifications";
    }

    @Override
    public List<String> after() {
        return List.of("audit", "tenancy", "operations", "plugins");
    }

    @Override
    public String tenantFolder() {
        return TENANT_FOLDER;
    }

    /** Mails hold links that are their readers' alone. */
    @Override
    public Set<String> tablesLeftBehind() {
        return Set.of("messages", "message_reads");
    }
}
