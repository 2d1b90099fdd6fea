package io.plexica.settings.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The tables of feature flags in {@code core}. */
@Component
public final class SettingsMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "settings";
    }

    @Override
    public List<String> after() {
        return List.of("tenancy");
    }
}
