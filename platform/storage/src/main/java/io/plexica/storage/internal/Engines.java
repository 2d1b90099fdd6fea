package io.plexica.storage.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.storage.ObjectStore;
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

    private static final int RETRY_AFTER_SECONDS = 5;

    private final StorageSettings settings;
    private final StorageMeters meters;
    private final Map<String, ObjectStore> engines = new ConcurrentHashMap<>();

    /** Chooses by the settings. */
    @Activate
    public Engines(@Reference StorageSettings settings, @Reference StorageMeters meters) {
        this.settings = settings;
        this.meters = meters;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(ObjectStore engine, Map<String, Object> properties) {
        engines.put(name(properties), engine);
    }

    void remove(ObjectStore engine, Map<String, Object> properties) {
        engines.remove(name(properties), engine);
    }

    /**
     * The engine that keeps objects here.
     *
     * @throws PlexicaException {@code unavailable} when it is not there
     */
    ObjectStore current() {
        ObjectStore engine = engines.get(settings.engine());
        if (engine == null) {
            throw unavailable(
                    "The storage engine '" + settings.engine() + "' is not there: wait until it has started, or"
                            + " complete its settings",
                    null);
        }
        return new MeteredStore(engine, meters);
    }

    /**
     * Makes or removes a bucket.
     *
     * @throws PlexicaException {@code unavailable} while the engine does not do it
     */
    void change(Change change) {
        try {
            change.with(current());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The refusal while the engine does not do what it should. */
    static PlexicaException broken(IOException cause) {
        return unavailable("The storage cannot be used at the moment: try again later", cause);
    }

    private static PlexicaException unavailable(String detail, @Nullable Throwable cause) {
        return new PlexicaException(ErrorCode.UNAVAILABLE, detail, cause).with("retryAfter", RETRY_AFTER_SECONDS);
    }

    private static String name(Map<String, Object> properties) {
        return String.valueOf(properties.get(ObjectStore.ENGINE));
    }

    /** What is done with an engine as a whole. */
    @FunctionalInterface
    interface Change {
        void with(ObjectStore engine) throws IOException;
    }
}
