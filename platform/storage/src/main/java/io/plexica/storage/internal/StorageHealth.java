package io.plexica.storage.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.health.HealthCheck;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether objects can be kept. Most that people do needs none, so the platform is ready without it. */
@Component
public final class StorageHealth implements HealthCheck {

    private final Engines engines;
    private final StorageSettings settings;

    /** Looks at the chosen engine. */
    @Activate
    public StorageHealth(@Reference Engines engines, @Reference StorageSettings settings) {
        this.engines = engines;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        Map<String, String> parts = Map.of("engine", settings.engine());
        try {
            engines.current().check();
            return Health.UP.with(parts);
        } catch (IOException e) {
            return Health.down(String.valueOf(e.getMessage())).with(parts);
        } catch (PlexicaException e) {
            return Health.down(e.detail()).with(parts);
        }
    }
}
