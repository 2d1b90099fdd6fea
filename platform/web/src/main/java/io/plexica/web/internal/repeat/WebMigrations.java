package io.plexica.web.internal.repeat;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The table of kept answers in {@code core}. */
@Component
public final class WebMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "web";
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
