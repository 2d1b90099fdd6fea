package io.plexica.plugins.internal.services;

import io.plexica.plugins.internal.settings.LimitsSettings;
import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.bounds.CallLimits;
import io.plexica.spi.bounds.PluginBounds;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform lets the services of one plugin do: as its calls, but with places and a time of their own. Safe for all threads. */
@Component(service = ServiceBounds.class)
public final class ServiceBounds {

    private final PluginBounds platform;
    private final LimitsSettings own;
    private volatile @Nullable Known known;

    /** Takes places and time from the room's settings and the rest from what holds for all calls to plugins. */
    @Activate
    public ServiceBounds(@Reference PluginBounds platform, @Reference LimitsSettings own) {
        this.platform = platform;
        this.own = own;
    }

    /** The same object until somebody changes one of the two. */
    BoundSettings current() {
        BoundSettings given = platform.bounds();
        CallLimits services = own.services();
        Known now = known;
        if (now == null || now.given != given || now.services != services) {
            now = new Known(given, services, given.with(services.concurrency(), services.queue(), services.timeout()));
            known = now;
        }
        return now.together;
    }

    private record Known(BoundSettings given, CallLimits services, BoundSettings together) {}
}
