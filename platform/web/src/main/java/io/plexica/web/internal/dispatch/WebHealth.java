package io.plexica.web.internal.dispatch;

import io.plexica.spi.health.HealthCheck;
import io.plexica.web.internal.rooms.Rooms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Well when calls can be answered: the rooms are all there and so are the platform's resources. */
@Component
public final class WebHealth implements HealthCheck {

    private final Rooms rooms;
    private final PlatformServer platform;

    @Activate
    public WebHealth(@Reference Rooms rooms, @Reference PlatformServer platform) {
        this.rooms = rooms;
        this.platform = platform;
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public boolean neededForReady() {
        return true;
    }

    /** A room that is missing says so by an exception, which is what the report shows. */
    @Override
    public Health check() {
        rooms.requireAll();
        return platform.current() == null ? Health.down("The platform serves no resources yet") : Health.UP;
    }
}
