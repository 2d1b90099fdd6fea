package io.plexica.search.internal;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once. */
@Component(
        service = SearchSettings.class,
        configurationPid = SearchConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SearchSettings {

    private final String engine;
    private final Duration poll;
    private final int buildPage;

    /** Reads what is set. */
    @Activate
    public SearchSettings(SearchConfig config) {
        this(config.engine(), Duration.ofMillis(config.poll()), config.buildPage());
    }

    /** Settings for a test. */
    public SearchSettings(String engine, Duration poll, int buildPage) {
        this.engine = engine;
        this.poll = poll;
        this.buildPage = buildPage;
    }

    /** The engine's name. */
    public String engine() {
        return engine;
    }

    /** How long a node waits before it looks unasked for what the engine has yet to be told. */
    public Duration poll() {
        return poll;
    }

    /** How many documents are asked for at once. */
    public int buildPage() {
        return buildPage;
    }
}
