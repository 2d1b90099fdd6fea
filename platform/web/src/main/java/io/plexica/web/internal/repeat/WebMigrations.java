package io.plexica.web.internal.repeat;

import io.plexica.spi.data.RoomMigrations;
import org.osgi.service.component.annotations.Component;

/** The table of kept answers in {@code core}. */
@Component
public final class WebMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "web";
    }
}
