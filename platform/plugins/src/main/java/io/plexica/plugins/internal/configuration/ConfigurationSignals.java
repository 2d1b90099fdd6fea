package io.plexica.plugins.internal.configuration;

import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears what is decided about plugins on any node: forgets what is remembered of it here, and lets the plugin know. */
@Component
public final class ConfigurationSignals implements SignalListener {

    private final ConfigurationMemory memory;
    private final ConfigurationNews news;

    /** Hears for these two. */
    @Activate
    public ConfigurationSignals(@Reference ConfigurationMemory memory, @Reference ConfigurationNews news) {
        this.memory = memory;
        this.news = news;
    }

    @Override
    public String topic() {
        return Signals.CONFIGURATION;
    }

    @Override
    public void changed(String key) {
        if (key.isEmpty()) {
            missed();
            return;
        }
        String[] parts = key.split("/");
        memory.forget(parts[0]);
        if (parts.length > 1) {
            news.tell(parts[0], parts[1], parts.length > 2 ? UUID.fromString(parts[2]) : null);
        }
    }

    @Override
    public void missed() {
        memory.forgetAll();
        news.tellAll();
    }
}
