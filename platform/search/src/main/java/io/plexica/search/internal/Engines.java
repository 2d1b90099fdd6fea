package io.plexica.search.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.search.SearchEngine;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The engines that are there, and the one that was chosen. Safe for all threads. */
@Component(service = Engines.class)
public final class Engines {

    /** The one that writes in the caller's unit of work; whatever else is chosen is told later. */
    private static final String JOINING = "postgres";

    private static final int RETRY_AFTER_SECONDS = 5;

    private final SearchSettings settings;
    private final Map<String, SearchEngine> engines = new ConcurrentHashMap<>();

    /** Chooses by the settings. */
    @Activate
    public Engines(@Reference SearchSettings settings) {
        this.settings = settings;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(SearchEngine engine, Map<String, Object> properties) {
        engines.put(name(properties), engine);
    }

    void remove(SearchEngine engine, Map<String, Object> properties) {
        engines.remove(name(properties), engine);
    }

    /** For tests. */
    public Engines with(SearchEngine engine) {
        engines.put(settings.engine(), engine);
        return this;
    }

    /** The name of the engine that was chosen, whether it is there or not. */
    public String name() {
        return settings.engine();
    }

    /** Whether the chosen engine is written to in the caller's unit of work; known also while it is not there. */
    public boolean isJoining() {
        SearchEngine engine = engines.get(settings.engine());
        return engine == null ? settings.engine().equals(JOINING) : engine.joinsUnitOfWork();
    }

    /**
     * The engine that finds documents here.
     *
     * @throws PlexicaException {@code unavailable} when it is not there
     */
    public SearchEngine current() {
        SearchEngine engine = engines.get(settings.engine());
        if (engine == null) {
            throw unavailable(
                    "The search engine '" + settings.engine() + "' is not there: wait until it has started, or complete"
                            + " its settings",
                    null);
        }
        return engine;
    }

    /** The refusal while the engine does not do what it should. */
    public static PlexicaException broken(IOException cause) {
        return unavailable("Nothing can be searched at the moment, and nothing is lost: try again later", cause);
    }

    private static PlexicaException unavailable(String detail, @Nullable Throwable cause) {
        return new PlexicaException(ErrorCode.UNAVAILABLE, detail, cause).with("retryAfter", RETRY_AFTER_SECONDS);
    }

    private static String name(Map<String, Object> properties) {
        return String.valueOf(properties.get(SearchEngine.ENGINE));
    }
}
