package io.plexica.plugins.internal.store;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The tables of the registry, the artifact store and the installations. */
@Component
public final class PluginsMigrations implements RoomMigrations {

    /** The room's name. */
    public static final String ROOM = "plugins";

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> after() {
        return List.of("audit", "tenancy", "identity", "authorization");
    }
}
